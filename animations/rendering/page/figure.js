// Gives figures a bar in units of t, and the video that suits the page.
document.querySelectorAll("figure[data-t]").forEach(figure => {
	const { fps, digits = 2, name = "t", poster = 0, t, moments = "" } = figure.dataset
	const [knots, stops] = [t, moments].map(list => (list.match(/\S+/g) ?? []).map(Number))
	const first = knots[1], last = knots.at(-1)
	let video = figure.querySelector("video[controls]")
	if (!(video && fps > 0 && last > first && [...knots, ...stops].every(isFinite)) || knots.length % 2) return
	const shifts = [] // t of every frame
	for (let i = 0; i in knots; i += 2) {
		const [f, t, g = f + 1, u = t] = knots.slice(i)
		for (let k = shifts.length; k < g; k++) shifts[k] = t + (u - t) * (k - f) / (g - f)
	}

	let sources = [...figure.querySelectorAll("source")]
	let twin
	let plays = false
	let auto = "autoplay" in figure.dataset
	let drags = false
	const page = document.documentElement
	const calm = matchMedia("(prefers-reduced-motion)")

	const shift = f => shifts[f] ?? last
	const say = t => (+t.toFixed(digits) + 0).toFixed(digits).replace("-", "−")
	const reach = t => stops.find(f => say(shift(f)) == say(t)) ?? shifts.findIndex(s => s > t - .5 / 10 ** digits)
	let frame = reach(+poster)
	const end = shifts.length - 1
	const seen = on => Math.floor(on.currentTime * fps + .01)
	const show = on => {
		on.currentTime = (frame + .5) / fps
		on.requestVideoFrameCallback?.(draw) // or Chromium may not draw
	}
	const place = (part, t) =>
		part.style.setProperty("--x", `calc(12px + ${(t - first) / (last - first)} * (100% - 24px))`)
	const draw = () => {
		const t = plays || video.currentTime ? shift(frame) : +poster, i = stops.indexOf(frame)
		bar.value = t
		place(bar, t)
		text.textContent = `${name} = ${say(t)}`
		bar.ariaValueText = text.textContent + (i < 0 ? "" : `, moment ${i + 1} of ${stops.length}`)
		toggle.title = `${plays ? "Pause" : "Play"} (space)`
		icon.setAttribute("d", plays ? "M3 2h4v12H3zM9 2h4v12H9z" : "M4 2l10 6-10 6z")
		host.style = `width:${video.offsetWidth}px;translate:${video.offsetLeft - host.offsetLeft}px`
	}
	const seek = to => {
		frame = Math.max(0, Math.min(to, end))
		video.preload = "auto"
		show(video)
		draw()
	}
	const obey = () => {
		video.playbackRate = 2 ** speed.selectedIndex / 4
		if (plays && !drags && !twin?.late) video.play().catch(run)
		else if (!video.paused) {
			video.pause()
			seek(seen(video))
		}
		draw()
	}
	const run = () => {
		if (!drags && !twin?.late) plays = !video.paused
		frame = seen(video)
		video.paused || requestAnimationFrame(run)
		draw()
	}
	const play = on => {
		plays = auto = on
		drags = false
		obey()
	}
	const go = to => {
		play(false)
		seek(to)
	}
	const pace = by => {
		if (speed[speed.selectedIndex + by]) speed.selectedIndex += by
		obey()
	}
	const acts = {
		" ": [() => play(!plays), ""],
		ArrowLeft: [() => go(stops.findLast(f => f < frame) ?? 0), "M2 3h2v10H2zM14 3v10L5 8z", "Previous moment (←)"],
		",": [() => go(frame - 1), "M10 2l1 1-5 5 5 5-1 1-6-6z", "Previous frame (,)"],
		".": [() => go(frame + 1), "M6 2l6 6-6 6-1-1 5-5-5-5z", "Next frame (.)"],
		ArrowRight: [() => go(stops.find(f => f > frame) ?? end), "M12 3h2v10h-2zM2 3l9 5-9 5z", "Next moment (→)"],
		Home: [() => go(0)],
		End: [() => go(end)],
		"<": [() => pace(-1)],
		">": [() => pace(1)],
	}

	const host = document.createElement("figure-bar"), root = host.attachShadow({ mode: "open" })
	root.innerHTML = `<div role=group aria-label=Player><span><input type=range min=${first} max=${last} step=${10 ** -digits}></span>${Object.entries(acts).slice(0, 5).map(([key, [, icon, title]]) => `<button value="${key}" title="${title}"><svg viewBox="0 0 16 16"><path d="${icon}"/></svg></button>`).join("")}<p></p><select aria-label=Speed title="Speed (< >)"><option>¼×<option>½×<option selected>1×<option>2×`
	const dot = "{appearance:none;width:24px;height:24px;background:radial-gradient(currentColor 5.5px,#0000 6px)}"
	const style = new CSSStyleSheet()
	style.replaceSync(`
	:host{display:block;direction:ltr;font-size:.875rem}
	*{margin:0;padding:0;border:0;background:none;color:inherit;font:inherit}
	div{display:grid;grid:auto/repeat(5,minmax(24px,32px)) 1fr auto;align-items:center}
	span{grid-column:1/-1;position:relative}
	input{appearance:none;forced-color-adjust:preserve-parent-color;display:block;width:100%;height:24px;background:
		linear-gradient(var(--figure-accent,currentColor) 0 0) 0/var(--x) 3px no-repeat,linear-gradient(currentColor 0 0) 0/1px 1px repeat-x}
	::-webkit-slider-thumb${dot}::-moz-range-thumb${dot}
	i{position:absolute;left:var(--x);top:50%;height:6px;border-left:1px solid}
	button,select{height:32px}
	button:hover{opacity:.6}
	span+button{translate:-11px}
	svg{display:block;width:16px;margin:auto;fill:currentColor}
	p{padding:0 8px;font-variant:tabular-nums}
	option{background:Canvas;color:CanvasText}
	@media(pointer:coarse){input,button,select{height:40px}}
	@media print{:host{display:none}}`)
	root.adoptedStyleSheets = [style]
	const [group, span, bar, toggle, , icon] = root.querySelectorAll("*")
	const [text, speed] = root.querySelectorAll("p,select")
	bar.ariaLabel = name
	if (stops.length < 41)
		for (const f of stops) place(span.appendChild(document.createElement("i")), shift(f))

	group.onclick = ({ target }) => acts[target.closest("button")?.value]?.[0]()
	group.onkeydown = ({ key, target, repeat, ctrlKey, altKey, metaKey }) => {
		if (ctrlKey || altKey || metaKey || target == speed || !acts[key] || key == " " && target != bar) return
		if (key != " " || !repeat) acts[key][0]()
		return false
	}
	bar.oninput = () => {
		drags = true
		video.pause()
		const to = reach(+bar.value)
		seek(bar.value < shift(frame) ? Math.min(to, frame - 1) : to)
	}
	group.onchange = () => play(plays)

	// The page's theme wins.
	const told = (query, scheme) =>
		/^(light|dark)$/.test(page.dataset.theme) ? `(width${scheme == page.dataset.theme ? ">" : "<"}0)` : query
	const suits = ({ media }) => matchMedia(media.replace(/\(prefers-color-scheme: *(\w+)\)/g, told)).matches
	const choose = () => {
		const { src, dataset } = sources.find(suits) ?? video
		if (src == (twin ?? video).src) return draw()
		twin?.remove()
		twin = video.currentTime ? video.cloneNode(true) : null
		const next = twin ?? video
		Object.assign(next, dataset, { src })
		if (!twin) return obey()
		next.style = "position:fixed;width:1px;opacity:0"
		next.onseeked = () => {
			if (next != twin) return
			const late = next.late
			next.late = true
			obey()
			if (seen(next) != frame && !late) return show(next)
			next.style = video.style.cssText
			video.remove()
			adopt(next)
			twin = null
			if (seen(video) != frame) seek(frame)
			obey()
		}
		show(next)
		video.before(next)
	}
	const traits = {
		controls: false,
		onclick() {
			toggle.focus({ preventScroll: true })
			play(!plays)
		},
		onerror() {
			sources = sources.filter(each => each.src != video.src)
			if (sources.some(suits)) return choose()
			video.pause()
			host.remove()
			video.controls = true
			const image = video.querySelector("img")
			if (image && calm.matches) image.src = video.poster || image.src
			video.replaceWith(image ?? video)
		},
		onplay: run,
		onpause: run,
		onseeked: () => plays || run(),
	}
	calm.onchange = () => calm.matches && play(false)
	matchMedia("(prefers-color-scheme: dark)").onchange = choose
	addEventListener("resize", choose)
	new MutationObserver(choose).observe(page, { attributes: true })
	const sizes = new ResizeObserver(draw), views = new IntersectionObserver(news => {
		const part = news.at(-1).intersectionRatio
		if (part) video.preload = "auto"
		if (part && (part < .59 || !auto || calm.matches)) return
		plays = part > 0
		obey()
	}, { threshold: [0, .6] })
	const adopt = next => {
		video = Object.assign(next, traits)
		for (const each of [sizes, views]) {
			each.disconnect()
			each.observe(video)
		}
	}

	adopt(video)
	video.style.cursor = "pointer"
	video.after(host)
	choose()
})
