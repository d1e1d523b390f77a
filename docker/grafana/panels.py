"""Panels as Grafana keeps them, from the few things that differ between ours."""

SOURCE = {"type": "prometheus", "uid": "prometheus"}
WIDTH = 24


def target(letter, expression, legend, instant=False):
    return {
        "refId": letter, "datasource": SOURCE, "expr": expression, "legendFormat": legend, "editorMode": "code",
        "instant": instant, "range": not instant,
    }


def panel(kind, title, description, unit, *queries, width=8, height=8, options=None, defaults=None, overrides=None):
    """`queries` are (expression, legend); `unit` is one of Grafana's ids, or short."""
    instant = kind in ("stat", "bargauge", "table")
    return {
        "type": kind, "title": title, "description": description, "datasource": SOURCE,
        "gridPos": {"w": width, "h": height},
        "targets": [target(chr(ord("A") + place), *query, instant=instant) for place, query in enumerate(queries)],
        "fieldConfig": {"defaults": {"unit": unit, **(defaults or {})}, "overrides": overrides or []},
        "options": options or {},
    }


def lines(title, description, unit, *queries, stacked=False, dashed=(), **more):
    """A time line. `dashed` names the legends of limits, which nothing should reach."""
    custom = {"lineWidth": 1, "fillOpacity": 25 if stacked else 8, "showPoints": "never"}
    if stacked:
        custom["stacking"] = {"mode": "normal", "group": "A"}
    overrides = [
        {
            "matcher": {"id": "byName", "options": legend},
            "properties": [
                {"id": "custom.lineStyle", "value": {"fill": "dash", "dash": [8, 8]}},
                {"id": "custom.fillOpacity", "value": 0},
                {"id": "color", "value": {"mode": "fixed", "fixedColor": "red"}},
            ],
        } for legend in dashed
    ]
    return panel(
        "timeseries", title, description, unit, *queries, defaults={"custom": custom, "min": 0}, overrides=overrides,
        options={
            "legend": {"displayMode": "list", "placement": "bottom", "showLegend": True},
            "tooltip": {"mode": "multi", "sort": "desc"},
        }, **more)


def number(title, description, unit, expression, warn=None, alarm=None, **more):
    """One figure, whose colour says whether anybody must look: from `warn` on, and from `alarm` on."""
    steps = [{"color": "green", "value": None}]
    steps += [{"color": "orange", "value": warn}] if warn is not None else []
    steps += [{"color": "red", "value": alarm}] if alarm is not None else []
    return panel(
        "stat", title, description, unit, (expression, ""), height=4,
        defaults={"thresholds": {"mode": "absolute", "steps": steps}, "color": {"mode": "thresholds"}},
        options={
            "colorMode": "value", "graphMode": "none", "textMode": "auto", "justifyMode": "auto",
            "reduceOptions": {"calcs": ["lastNotNull"], "fields": "", "values": False},
        }, **more)


def bars(title, description, unit, expression, legend, **more):
    """One bar for each label, the longest first."""
    return panel(
        "bargauge", title, description, unit, (f"sort_desc({expression})", legend),
        defaults={"min": 0, "color": {"mode": "continuous-BlPu"}},
        options={
            "displayMode": "basic", "orientation": "horizontal", "showUnfilled": True,
            "reduceOptions": {"calcs": ["lastNotNull"], "fields": "", "values": False},
        }, **more)


def placed(panels):
    """In rows from left to right, each with its id and place."""
    across, down, tallest = 0, 0, 0
    for number, one in enumerate(panels, start=1):
        size = one["gridPos"]
        if across + size["w"] > WIDTH:
            across, down, tallest = 0, down + tallest, 0
        one["id"] = number
        one["gridPos"] = {"x": across, "y": down, **size}
        across, tallest = across + size["w"], max(tallest, size["h"])
    return panels


def choice(name, label, values):
    """A list to choose one value from, at the top of the page."""
    options = [{"text": value, "value": value, "selected": value == values[0]} for value in values]
    return {
        "type": "custom", "name": name, "label": label, "query": ",".join(values), "options": options,
        "current": options[0], "multi": False, "includeAll": False, "hide": 0,
    }


def dashboard(uid, title, description, panels, variables=()):
    return {
        "uid": uid, "title": title, "description": description, "tags": ["passerelle"], "schemaVersion": 39, "version": 1,
        "editable": False, "graphTooltip": 1, "refresh": "30s", "timezone": "browser",
        "time": {"from": "now-6h", "to": "now"}, "templating": {"list": list(variables)},
        "annotations": {"list": []},
        "links": [
            {
                "type": "dashboards", "title": "Passerelle", "tags": ["passerelle"], "asDropdown": False,
                "includeVars": False, "keepTime": True, "targetBlank": False,
            }
        ],
        "panels": placed(panels),
    }
