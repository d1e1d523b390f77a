"""Drives the sandbox with HubSpot's own Python client. Usage: official_client.py URL TOKEN"""

import sys

from hubspot import HubSpot
from hubspot.crm.associations.v4 import (
    AssociationSpec,
    BatchInputPublicAssociationMultiPost,
    BatchInputPublicFetchAssociationsBatchRequest,
)
from hubspot.crm.contacts.exceptions import ApiException as ContactException
from hubspot.crm.objects import (
    BatchInputSimplePublicObjectBatchInput,
    BatchInputSimplePublicObjectBatchInputUpsert,
    BatchInputSimplePublicObjectBatchInputForCreate,
    BatchInputSimplePublicObjectId,
    BatchReadInputSimplePublicObjectId,
    PublicObjectSearchRequest,
    SimplePublicObjectInput,
    SimplePublicObjectInputForCreate,
)
from hubspot.crm.properties import PropertyCreate
from hubspot.crm.properties.exceptions import ApiException as PropertyException

client = HubSpot(access_token=sys.argv[2])
client.config["host"] = sys.argv[1]


def pipelines():
    pipelines = client.crm.pipelines.pipelines_api.get_all("deals").results
    assert pipelines[0].stages, "a pipeline has stages"
    made = client.crm.pipelines.pipeline_stages_api.create(
        "deals", pipelines[0].id,
        {"label": "Approche", "displayOrder": 9, "metadata": {"probability": "0.1"}},
    )
    assert made.label == "Approche" and made.id
    return pipelines[0].id, pipelines[0].stages[0].id


def properties():
    core = client.crm.properties.core_api
    names = {property.name for property in core.get_all("companies").results}
    assert {"name", "lifecyclestage", "hs_lastmodifieddate"} <= names, names
    made = core.create("companies", PropertyCreate(
        name="siret", label="SIRET", type="string", field_type="text", group_name="companyinformation"))
    assert made.name == "siret"
    unique = core.create("companies", PropertyCreate(
        name="passerelle_ref", label="Ref", type="string", field_type="text",
        group_name="companyinformation", has_unique_value=True))
    assert unique.has_unique_value
    try:
        core.create("companies", PropertyCreate(
            name="siret", label="SIRET", type="string", field_type="text", group_name="companyinformation"))
        raise AssertionError("a name exists once")
    except PropertyException as error:
        assert error.status == 409, error


def companies():
    api = client.crm.companies.basic_api
    made = api.create({"properties": {"name": "Boulangerie Lefèvre", "siret": "732 829 320 00074"}})
    again = api.get_by_id(made.id, properties=["name", "siret", "city"], properties_with_history=["name"])
    assert again.properties["name"] == "Boulangerie Lefèvre" and again.properties["city"] is None
    assert again.properties_with_history["name"][0].value == "Boulangerie Lefèvre"
    changed = api.update(made.id, {"properties": {"city": "Lyon"}})
    assert changed.properties["city"] == "Lyon"
    page = api.get_page(limit=10)
    assert any(company.id == made.id for company in page.results)
    return made.id


def batches():
    api = client.crm.objects.batch_api
    made = api.create("companies", BatchInputSimplePublicObjectBatchInputForCreate(inputs=[
        {"properties": {"name": f"Atelier {n}", "passerelle_ref": f"ref-{n}"}} for n in range(3)]))
    ids = [result.id for result in made.results]
    assert len(set(ids)) == 3
    read = api.read("companies", BatchReadInputSimplePublicObjectId(
        properties=["name"], properties_with_history=[], inputs=[{"id": id} for id in ids]))
    assert {result.id for result in read.results} == set(ids)
    by_ref = api.read("companies", BatchReadInputSimplePublicObjectId(
        properties=["name"], properties_with_history=[], id_property="passerelle_ref", inputs=[{"id": "ref-1"}]))
    assert by_ref.results[0].properties["name"] == "Atelier 1"
    partly = api.read("companies", BatchReadInputSimplePublicObjectId(
        properties=["name"], properties_with_history=[], inputs=[{"id": ids[0]}, {"id": "99999"}]))
    assert len(partly.results) == 1 and partly.num_errors == 1, partly
    api.update("companies", BatchInputSimplePublicObjectBatchInput(
        inputs=[{"id": id, "properties": {"city": "Nantes"}} for id in ids]))
    upserted = api.upsert("companies", BatchInputSimplePublicObjectBatchInputUpsert(inputs=[
        {"id": "ref-2", "idProperty": "passerelle_ref", "properties": {"city": "Brest"}},
        {"id": "ref-9", "idProperty": "passerelle_ref", "properties": {"name": "Atelier 9"}}]))
    assert sorted(result.new for result in upserted.results) == [False, True]
    api.archive("companies", BatchInputSimplePublicObjectId(inputs=[{"id": ids[2]}]))
    left = api.read("companies", BatchReadInputSimplePublicObjectId(
        properties=["name"], properties_with_history=[], inputs=[{"id": id} for id in ids[:2]]))
    assert len(left.results) == 2


def contacts(company):
    api = client.crm.contacts.basic_api
    made = api.create({
        "properties": {"firstname": "Zoé", "lastname": "Müller", "email": "Zoe@Exemple.fr"},
        "associations": [{"to": {"id": company}, "types": [
            {"associationCategory": "HUBSPOT_DEFINED", "associationTypeId": 1}]}]})
    try:
        api.create({"properties": {"email": "zoe@exemple.fr"}})
        raise AssertionError("an e-mail is unique")
    except ContactException as error:
        assert error.status == 409 and f"Existing ID: {made.id}" in error.body, error.body
    linked = api.get_by_id(made.id, associations=["companies"])
    assert linked.associations["companies"].results[0].id == company
    return made.id


def search(company):
    found = client.crm.objects.search_api.do_search("companies", PublicObjectSearchRequest(
        filter_groups=[{"filters": [{"propertyName": "siret", "operator": "EQ", "value": "732 829 320 00074"}]}],
        sorts=[{"propertyName": "hs_lastmodifieddate", "direction": "ASCENDING"}],
        properties=["name", "siret"], limit=10, after="0"))
    assert found.total == 1 and found.results[0].id == company, found


def deals(company, contact, pipeline, stage):
    made = client.crm.deals.basic_api.create({"properties": {
        "dealname": "Four à sole", "dealstage": stage, "pipeline": pipeline, "amount": "12500.50"}})
    assert made.id
    api = client.crm.associations.v4.batch_api
    api.create("deals", "companies", BatchInputPublicAssociationMultiPost(inputs=[{
        "from": {"id": made.id}, "to": {"id": company},
        "types": [{"associationCategory": "HUBSPOT_DEFINED", "associationTypeId": 5}]}]))
    client.crm.associations.v4.basic_api.create("deals", made.id, "contacts", contact, [
        AssociationSpec(association_category="HUBSPOT_DEFINED", association_type_id=3)])
    read = api.get_page("deals", "companies", BatchInputPublicFetchAssociationsBatchRequest(
        inputs=[{"id": made.id}]))
    kinds = {kind.type_id for kind in read.results[0].to[0].association_types}
    assert str(read.results[0].to[0].to_object_id) == company and 5 in kinds, read
    one = client.crm.associations.v4.basic_api.get_page("deals", made.id, "contacts")
    assert str(one.results[0].to_object_id) == contact


def activities(company):
    made = client.crm.objects.basic_api.create("calls", SimplePublicObjectInputForCreate(
        properties={"hs_timestamp": "2026-03-02T09:00:00Z", "hs_call_title": "Relance", "hs_call_status": "COMPLETED"},
        associations=[{"to": {"id": company}, "types": [
            {"associationCategory": "HUBSPOT_DEFINED", "associationTypeId": 182}]}]))
    client.crm.objects.basic_api.update("calls", made.id, SimplePublicObjectInput(properties={"hs_call_body": "<p>Oui</p>"}))
    client.crm.objects.basic_api.archive("calls", made.id)


def owners():
    page = client.crm.owners.owners_api.get_page(limit=100)
    assert page.results[0].email and int(page.results[0].id) != page.results[0].user_id


pipeline, stage = pipelines()
properties()
company = companies()
batches()
contact = contacts(company)
search(company)
deals(company, contact, pipeline, stage)
activities(company)
owners()
print("the official client is content")
