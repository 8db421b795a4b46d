// The theme of the page, buttons that copy what stands over them, and films that load in time.
const theme = document.querySelector("#chosen-theme"), KEY = "convolution-figures-theme"
const remembered = {
	get: () => { try { return localStorage[KEY] } catch {} },
	set: value => { try { localStorage[KEY] = value } catch {} },
}
const wear = value => {
	theme.value = /^(light|dark)$/.test(value) ? value : ""
	if (theme.value) document.documentElement.dataset.theme = theme.value
	else delete document.documentElement.dataset.theme
}
if (theme) {
	wear(remembered.get())
	theme.parentNode.hidden = false
	theme.onchange = () => {
		wear(theme.value)
		remembered.set(theme.value)
	}
}

const copy = async pre => {
	try {
		await navigator.clipboard.writeText(pre.textContent)
		return true
	} catch {
		getSelection().selectAllChildren(pre)
		return document.execCommand("copy")
	}
}
for (const pre of document.querySelectorAll("pre")) {
	const row = document.createElement("div"), said = document.createElement("span")
	const button = document.createElement("button")
	row.className = "copy"
	said.role = "status"
	button.type = "button"
	button.textContent = "Copy"
	button.ariaLabel = `Copy: ${pre.ariaLabel}`
	button.onclick = async () => {
		said.textContent = (await copy(pre)) ? "copied" : "select it and press Ctrl C"
		setTimeout(() => said.textContent = "", 2000)
	}
	row.append(said, button)
	pre.after(row)
}

const near = new IntersectionObserver(
	news => news.filter(({ isIntersecting }) => isIntersecting).forEach(({ target }) => {
		near.unobserve(target)
		target.querySelector("video").preload = "auto"
	}),
	{ rootMargin: "400px" },
)
document.querySelectorAll("figure:has(video)").forEach(figure => near.observe(figure))
