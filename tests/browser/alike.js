// Marks what is like three others that came before it, and returns how many it marked.
//
// Two elements are alike when nothing that a rule of axe-core reads tells them apart: the tags, attributes, colours and
// letters of the element and of all that is in it, and the same of what it stands in. Values that are content (addresses,
// names, days) are read only for whether they are there, ids for whether they are the only ones, references for whether
// they lead somewhere. A hundred rows of one table are so looked at three times, and a row with a fault is not alike.
() => {
    const ENOUGH = 3;
    const CONTENT = /^(href|src|srcset|id|datetime|title|alt|content|value|style|d|x|y|x1|x2|y1|y2|cx|cy|points|transform)$/;
    const REFERENCES = /^(for|headers|aria-(activedescendant|controls|describedby|details|flowto|labelledby|owns))$/;
    const TARGETS = "a, button, input, select, summary, textarea, [tabindex]";
    const STYLES = [
        "color", "background-color", "background-image", "font-size", "font-weight", "display", "visibility", "opacity",
        "position", "overflow",
    ];

    const ids = new Map();
    for (const one of document.querySelectorAll("[id]")) ids.set(one.id, (ids.get(one.id) ?? 0) + 1);

    const written = ({name, value}) => {
        if (name === "id") return `id ${ids.get(value)}`;
        if (REFERENCES.test(name)) return `${name} ${value.split(/\s+/).map((id) => ids.get(id) ?? 0)}`;
        if (CONTENT.test(name) || name.startsWith("data-") || name === "aria-label") return `${name} ${value.trim() !== ""}`;
        return `${name}=${value}`;
    };
    // What is smaller than a finger is judged by what stands around it (WCAG 2.5.8).
    const size = (one) => {
        if (!one.matches(TARGETS)) return "";
        const {width, height} = one.getBoundingClientRect();
        return `${Math.min(24, Math.floor(width))}x${Math.min(24, Math.floor(height))}`;
    };
    const names = new Map();
    const short = (text) => names.get(text) ?? (names.set(text, names.size), names.size - 1);
    const own = new Map();
    const whole = new Map();
    const read = (one) => {
        const style = getComputedStyle(one);
        const letters = [...one.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
        own.set(one, short([
            one.tagName, letters, size(one), ...[...one.attributes].map(written).sort(),
            ...STYLES.map((name) => style.getPropertyValue(name)),
        ].join("|")));
        for (const child of one.children) read(child);
        const inside = new Set([...one.children].map((child) => whole.get(child)));
        whole.set(one, short(`${own.get(one)}(${[...inside].sort()})`));
    };
    const seen = new Map();
    const mark = (one, above) => {
        one.removeAttribute("data-alike");
        const kind = `${above} ${whole.get(one)}`;
        seen.set(kind, (seen.get(kind) ?? 0) + 1);
        if (seen.get(kind) > ENOUGH) {
            one.setAttribute("data-alike", "");
            return 1;
        }
        const path = short(`${above} ${own.get(one)}`);
        return [...one.children].reduce((sum, child) => sum + mark(child, path), 0);
    };
    for (const one of document.querySelectorAll("[data-alike]")) one.removeAttribute("data-alike");
    read(document.body);
    return mark(document.body, 0);
}
