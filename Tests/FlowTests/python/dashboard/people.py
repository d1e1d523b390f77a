"""What people do in HubSpot, in artis.net and at the broker, by the sandbox and RabbitMQ's own control end-points."""
import base64
import json
import urllib.request
from urllib.parse import quote, urlsplit

TRIGGER = "opportunity"


class People:
    def __init__(self, environment):
        self._hubspot = environment["HUBSPOT_BASE_URL"]
        self._artis = environment["ARTIS_BASE_URL"]
        self._management = environment["AMQP_MANAGEMENT_URL"]
        self._host = urlsplit(environment["AMQP_URL"]).path[1:]
        pipelines = self.hubspot("GET", "records/hubspot/pipelines")["records"]
        sales = next(pipeline for pipeline in pipelines if pipeline["label"] == "Ventes")
        self._pipeline = sales["id"]
        self.stages = {stage["label"]: stage["id"] for stage in sales["stages"]}

    def hubspot(self, method, path, body=None):
        return call(method, f"{self._hubspot}/sandbox/{path}", body)

    def artis(self, method, path, body=None):
        return call(method, f"{self._artis}/sandbox/artis/{path}", body)

    def create(self, collection, properties, company=None):
        links = [] if company is None else [{"type": "companies", "id": company, "primary": True}]
        return str(self.hubspot("POST", f"hubspot/{collection}", {"properties": properties, "associations": links})["id"])

    def edit(self, collection, id, **properties):
        self.hubspot("PATCH", f"hubspot/{collection}/{id}", {"properties": properties})

    def company(self, name, siret=None, ticked=True, stage=TRIGGER, **more):
        held = {"name": name, "lifecyclestage": stage, "synchro_artis": str(ticked).lower()} | more
        return self.create("companies", held | ({"SIRET": siret} if siret else {}))

    def deal(self, company, title, stage="Approche", **more):
        held = {"dealname": title, "pipeline": self._pipeline, "dealstage": self.stages[stage], "amount": "1200.50"}
        return self.create("deals", held | {"synchro_artis": "true"} | more, company)

    def contact(self, company, first, last, mail, **more):
        held = {"firstname": first, "lastname": last, "email": mail, "synchro_artis": "true"}
        return self.create("contacts", held | more, company)

    def call_made(self, company, title):
        return self.create("calls", {"hs_timestamp": "2026-11-02T09:30:00Z", "hs_call_title": title}, company)

    def change_in_artis(self, collection, id, **fields):
        self.artis("PATCH", f"{collection}/{id}", {"champs": fields})

    def publish(self, key, text):
        """Puts bytes into a queue of the fleet that no program of it has written."""
        path = f"/api/exchanges/{quote(self._host, safe='')}/passerelle.changes/publish"
        body = {"properties": {}, "routing_key": key, "payload": text, "payload_encoding": "string"}
        assert call("POST", self._management + path, body)["routed"], f"no queue takes {key}"


def call(method, url, body=None):
    parts = urlsplit(url)
    headers = {"Content-Type": "application/json"}
    if parts.username:
        pair = f"{parts.username}:{parts.password}".encode()
        headers["Authorization"] = "Basic " + base64.b64encode(pair).decode()
        url = url.replace(f"{parts.username}:{parts.password}@", "")
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(url, method=method, data=data, headers=headers)
    with urllib.request.urlopen(request, timeout=20) as answer:
        text = answer.read()
    return json.loads(text) if text else None
