"""The components as tags: small ones written out, larger ones from the values in ui/components.py."""

from typing import Any

from django import template
from django.core.paginator import Page
from django.forms import BoundField
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

from sufficiency.web.ui.components import Cell, Column, Entry, Fact, Progress, Step, StepState, Table, Tone

register = template.Library()
FOLDER = "ui/components"
STEP_TONES = {StepState.DOING: Tone.WAITING, StepState.TO_DO: Tone.QUIET, StepState.NOT_NEEDED: Tone.QUIET}


@register.inclusion_tag(f"{FOLDER}/tag.html")
def tag(text: str, tone: str = Tone.QUIET) -> dict[str, Any]:
    """A status as a word in a box."""
    return {"text": text, "tone": tone}


@register.inclusion_tag(f"{FOLDER}/back.html")
def back(href: str, label: str) -> dict[str, str]:
    """The way back, above the page's title."""
    return {"href": href, "label": label}


@register.inclusion_tag(f"{FOLDER}/table.html", takes_context=True)
def table(context: template.Context, content: Table) -> dict[str, Any]:
    """A table with headings that sort where they say so."""
    heads = [_head(column, content, context.get("request")) for column in content.columns]
    rows = [
        [_as_cell(value, column) for value, column in zip(row, content.columns, strict=True)]
        for row in content.rows
    ]
    if content.stacks:
        named = [
            [(*cell, head["column"].heading) for cell, head in zip(row, heads, strict=True)] for row in rows
        ]
        return {"content": content, "heads": heads, "rows": named}
    return {"content": content, "heads": heads, "rows": rows}


@register.inclusion_tag(f"{FOLDER}/figure_table.html")
def figure_table(content: Any) -> dict[str, Any]:
    """The table that stands behind a chart (reports.figures.Table)."""
    rows = [
        [_as_cell(value, column) for value, column in zip(row, content.columns, strict=True)]
        for row in content.rows
    ]
    return {"content": content, "rows": rows}


@register.inclusion_tag(f"{FOLDER}/chart.html")
def chart(figure: Any, level: int = 2) -> dict[str, Any]:
    """A chart with its finding as title and its table (reports.figures.Figure)."""
    # Drawn by us from figures; words in them were escaped when they were drawn.
    drawings = {"wide": mark_safe(figure.wide), "narrow": mark_safe(figure.narrow)}  # noqa: S308  (our own SVG)
    return {"figure": figure, "level": level, **drawings}


@register.inclusion_tag(f"{FOLDER}/summary.html")
def summary(facts: list[Fact]) -> dict[str, Any]:
    """Facts about one thing."""
    return {"facts": facts, "has_actions": any(fact.href and fact.action for fact in facts)}


@register.inclusion_tag(f"{FOLDER}/timeline.html")
def timeline(entries: list[Entry], level: int = 2) -> dict[str, Any]:
    """What happened, newest first."""
    return {"entries": entries, "level": level}


@register.inclusion_tag(f"{FOLDER}/steps.html")
def steps(content: list[Step]) -> dict[str, Any]:
    """The steps of a task, each with where it stands."""
    return {"steps": [(step, STEP_TONES.get(step.state)) for step in content]}


@register.inclusion_tag(f"{FOLDER}/progress.html")
def progress(content: Progress) -> dict[str, Any]:
    """How far a slow thing is."""
    return {"content": content}


@register.inclusion_tag(f"{FOLDER}/empty.html")
def empty(text: str, what_next: str = "", href: str = "", label: str = "") -> dict[str, Any]:
    """A list with nothing in it, and what to do about that."""
    return {"text": text, "what_next": what_next, "href": href, "label": label}


@register.inclusion_tag(f"{FOLDER}/filters.html", takes_context=True)
def filters(context: template.Context, form: Any) -> dict[str, Any]:
    """A plain form that narrows a list; its state is in the address."""
    request: HttpRequest = context["request"]
    kept = [(key, value) for key, value in request.GET.items() if key not in form.fields and key != "page"]
    used = [name for name in form.fields if request.GET.get(name)]
    return {"form": form, "path": request.path, "kept": kept, "used": len(used)}


@register.inclusion_tag(f"{FOLDER}/pagination.html", takes_context=True)
def pagination(context: template.Context, page: "Page[Any]") -> dict[str, Any]:
    """Links to the other pages of a list."""
    # A few numbers only; on a phone they still fit one line.
    numbers = page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
    return {"page": page, "numbers": numbers, "request": context["request"]}


@register.inclusion_tag(f"{FOLDER}/error_summary.html")
def error_summary(form: Any) -> dict[str, Any]:
    """What is wrong with a form, at the top of the page, each leading to its field."""
    if not form:
        return {}
    errors = [(_anchor(field), error) for field in form for error in field.errors]
    return {"errors": errors, "others": form.non_field_errors()}


@register.simple_block_tag
def warning(content: str) -> SafeString:
    """A sentence that must not be missed."""
    return _block("warning", content)


@register.simple_block_tag
def inset(content: str) -> SafeString:
    """Words set apart: a quotation, a child's own words."""
    return _block("inset", content)


@register.simple_block_tag
def details(content: str, label: str) -> SafeString:
    """Words that are there for who wants them."""
    return _block("details", content, label=label)


@register.simple_block_tag(takes_context=True)
def tab(context: template.Context, content: str, label: str, name: str) -> str:
    """One tab; stands inside {% tabs %}. `name` is its anchor in the address."""
    gathered: Any = context.render_context
    gathered["tabs"] = [*(gathered.get("tabs") or []), {"label": label, "name": name, "content": content}]
    return ""


@register.simple_block_tag(takes_context=True)
def tabs(context: template.Context, content: str, label: str = "Contents") -> SafeString:  # noqa: ARG001
    """Views of one thing side by side. Without JavaScript they stand one under the other."""
    gathered: Any = context.render_context
    panels, gathered["tabs"] = gathered.get("tabs"), []
    return _block("tabs", "", label=label, tabs=panels)


def _block(name: str, content: str, **values: Any) -> SafeString:
    return render_to_string(f"{FOLDER}/{name}.html", {"content": content, **values})


def _anchor(field: BoundField) -> str:
    # Of several buttons the first is where one goes to choose.
    return field.id_for_label or f"{field.auto_id}_0"


def _as_cell(value: Any, column: Any) -> tuple[Cell, bool]:
    return (value if isinstance(value, Cell) else Cell(value)), column.is_number


def _head(column: Column, content: Table, request: HttpRequest | None) -> dict[str, Any]:
    if not column.sort or request is None:
        return {"column": column}
    is_current = content.sorted_by.removeprefix("-") == column.sort
    is_down = content.sorted_by.startswith("-")
    query = request.GET.copy()
    query.pop("page", None)
    query["sort"] = f"-{column.sort}" if is_current and not is_down else column.sort
    direction = ("descending" if is_down else "ascending") if is_current else "none"
    return {"column": column, "href": f"?{query.urlencode()}", "direction": direction}
