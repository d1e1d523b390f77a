#!/usr/bin/env python3
"""Writes dashboards/*.json, what Grafana shows of Passerelle. Usage: generate.py [FOLDER]

Expressions ask for what docs/metrics.md lists and for the series that prometheus/rules.yml records."""
import json
import sys
from pathlib import Path

from panels import bars, choice, dashboard, lines, number

KINDS = ["company", "deal", "contact", "call", "meeting", "email"]
PAIRS = "kind_state:passerelle_fleet_pairs:max"
AGES = "kind_state:passerelle_fleet_oldest_pair_age_seconds:max"
SETTLED = "kind_outcome:passerelle_messages_settled:rate5m"
CALLS = "purpose_lane_status:passerelle_hubspot_calls:rate5m"
READY = "queue:rabbitmq_detailed_queue_messages_ready:max"
REASONS = "max by (kind, state, reason) (passerelle_fleet_pairs_by_reason{%s})"


def fleet():
    return dashboard("passerelle-fleet", "Fleet", "Is the fleet well, and does anything need somebody?", [
        number("Alerts", "Alerts that fire now. The run book has a paragraph for each.", "short",
               'count(ALERTS{alertstate="firing"}) or vector(0)', warn=1, width=4),
        number("Oldest change", "For how long the oldest change has waited to be worked on, wherever it stands.", "s",
               f'max({AGES}{{state="pending"}})', warn=600, alarm=3600, width=4),
        number("Changes pending", "Changes that are queued or under way.", "short", f'sum({PAIRS}{{state="pending"}})', width=4),
        number("Records that need somebody", "Blocked or failed: passerelle list --state blocked, and the dashboard's page.",
               "short", f'sum({PAIRS}{{state=~"blocked|failed"}})', warn=1, width=4),
        number("Dead letters", "Messages kept because nobody could work on them.", "short",
               "max(passerelle_fleet_dead_letters)", warn=1, width=4),
        number("Repairs in a day", "Work that the sweeper had to queue again: each is a bug.", "short",
               "max(increase(passerelle_fleet_repairs_total[1d]))", alarm=1, width=4),
        lines("Records answered", "Decisions committed each minute, by the state in which they left the record.", "opm",
              (f"sum by (outcome) ({SETTLED}) * 60", "{{outcome}}"), stacked=True, width=12),
        lines("Records by state", "Those that are not synced.", "short",
              (f'sum by (state) ({PAIRS}{{state!="synced"}})', "{{state}}"), width=12),
        bars("What needs somebody, by reason", "Each reason has a remedy: passerelle explain, or the page of a record.", "short",
             "sum by (reason) (" + REASONS % 'state=~"blocked|failed|retrying"' + ")", "{{reason}}", width=12),
        lines("Systems that do not answer", "1 while only probes are sent. Nobody's attempts are spent meanwhile.", "short",
              ("max by (system) (passerelle_breaker_open)", "{{system}}"), width=6),
        lines("Programs", "How many run of each.", "short",
              ("count by (program, version) (passerelle_build_info)", "{{program}} {{version}}"), width=6),
        lines("Memory", "Resident, of the largest process of each program.", "bytes",
              ('max by (service) (process_resident_memory_bytes{job="passerelle"})', "{{service}}"), width=8),
        lines("Processor", "Cores in use, all processes of a program together.", "short",
              ('sum by (service) (rate(process_cpu_seconds_total{job="passerelle"}[$__rate_interval]))', "{{service}}"), width=8),
        lines("Database and disk", "What the database takes, and what is free on RabbitMQ's disk, which compose.yaml shares.",
              "bytes", ("fleet:passerelle_fleet_database_bytes:max", "database"),
              ("min(rabbitmq_disk_space_available_bytes)", "free"),
              ("max(rabbitmq_disk_space_available_limit_bytes)", "RabbitMQ's limit"), dashed=["RabbitMQ's limit"], width=8),
    ])


def queues():
    return dashboard("passerelle-queues", "Queues", "From the outbox through RabbitMQ to the workers.", [
        number("Outbox age, live", "For how long the oldest hint has been due that RabbitMQ does not have yet.", "s",
               'max(lane:passerelle_fleet_outbox_age_seconds:max{lane="live"})', warn=30, alarm=120, width=6),
        number("Waiting in queues", "Messages that no worker has taken yet.", "short",
               f'sum({READY}{{queue!~".+[.]dead"}})', width=6),
        number("Queues without a consumer", "Queues that nobody works on.", "short",
               'count(queue:rabbitmq_detailed_queue_consumers:max{queue!~".+[.]dead"} == 0) or vector(0)', alarm=1, width=6),
        number("Kinds paused", "passerelle resume KIND lets them go on.", "short",
               "sum(max by (kind) (passerelle_fleet_paused))", warn=1, width=6),
        lines("Ready", "Messages in each queue that no worker has taken.", "short",
              (f'{READY}{{queue!~".+[.]dead"}}', "{{queue}}"), width=12),
        lines("Held by workers", "Messages taken and not acknowledged yet.", "short",
              ('max by (queue) (rabbitmq_detailed_queue_messages_unacked{queue=~"passerelle[.].+"})', "{{queue}}"), width=12),
        lines("Consumers", "Workers that consume each queue.", "short",
              ('queue:rabbitmq_detailed_queue_consumers:max{queue!~".+[.]dead"}', "{{queue}}")),
        lines("Wait in the queue", "95 of 100 messages were taken within this time.", "s",
              ("worker_lane:passerelle_queue_wait_seconds:p95_rate5m", "{{worker}} {{lane}}")),
        lines("Time of a batch", "95 of 100 batches were done within this time, the wait for permits included.", "s",
              ("worker_lane:passerelle_batch_duration_seconds:p95_rate5m", "{{worker}} {{lane}}")),
        lines("Outbox", "Hints that are due and not with RabbitMQ yet.", "short",
              ("max by (lane) (passerelle_fleet_outbox_rows)", "{{lane}}")),
        lines("Hints published", "Handed to RabbitMQ; what it does not confirm is tried again.", "ops",
              ("sum by (outcome) (rate(passerelle_hints_published_total[$__rate_interval]))", "{{outcome}}")),
        lines("Dead letters", "On their way to the database, where ingest keeps them.", "short",
              (f'{READY}{{queue=~".+[.]dead"}}', "{{queue}}")),
        lines("Put off by workers", "With nothing decided and nobody's attempt spent, by cause.", "ops",
              ("sum by (cause) (rate(passerelle_messages_given_back_total[$__rate_interval]))", "{{cause}}")),
        lines("RabbitMQ's memory", "Above its limit it takes nothing more.", "bytes",
              ("max(rabbitmq_process_resident_memory_bytes)", "in use"),
              ("max(rabbitmq_resident_memory_limit_bytes)", "limit"), dashed=["limit"]),
        lines("Connections made again", "After a loss, in five minutes.", "short",
              ("sum by (service) (increase(passerelle_broker_reconnects_total[5m]))", "{{service}} to RabbitMQ"),
              ("sum by (service) (increase(passerelle_database_reconnects_total[5m]))", "{{service}} to PostgreSQL")),
    ])


def hubspot():
    return dashboard("passerelle-hubspot", "HubSpot calls", "Calls to HubSpot against its limits and ours.", [
        number("Calls a second", "Of the whole fleet.", "cps", f"sum({CALLS})", width=4),
        number("Calls for a synced record", "Over the last hour; the fewer the better the batches.", "short",
               "fleet:passerelle_hubspot_calls_per_synced:ratio_rate1h", width=5),
        number("Calls left today", "By HubSpot's own header; shown once HubSpot has told it.", "short",
               "fleet:passerelle_fleet_quota_remaining_calls:max", width=5),
        number("429 in a day", "Calls that HubSpot refused for their number.", "short",
               "sum(increase(passerelle_hubspot_penalties_total[1d]))", warn=1, width=5),
        number("Next call in", "How long the limits hold back whoever asks now.", "s",
               "max(passerelle_fleet_limit_opens_seconds)", warn=10, alarm=60, width=5),
        lines("Calls against the delay", "The whole fleet keeps the delay that artis.net names between any two calls.", "cps",
              (f"sum by (lane) ({CALLS})", "{{lane}}"),
              ('1 / max(passerelle_fleet_limit_spacing_seconds{limit="main"} > 0)', "allowed"),
              stacked=False, dashed=["allowed"], width=12),
        lines("Searches against their limit", "HubSpot allows few searches a second.", "cps",
              (f'sum({CALLS}{{purpose=~"search|poll"}})', "searches"),
              ('1 / max(passerelle_fleet_limit_spacing_seconds{limit="search"} > 0)', "allowed"), dashed=["allowed"], width=12),
        lines("Calls by purpose", "What the calls were for.", "cps", (f"sum by (purpose) ({CALLS})", "{{purpose}}"),
              stacked=True, width=12),
        lines("Answers", "Calls by the status that HubSpot answered; none where no answer came.", "cps",
              (f"sum by (status) ({CALLS})", "{{status}}"), width=12),
        lines("Wait for a permit", "95 of 100 permits were granted within this time.", "s",
              ("lane:passerelle_limiter_wait_seconds:p95_rate5m", "{{lane}}")),
        lines("Sent away by the limiter", "The line was too long, HubSpot had answered 429, the day's calls are used, or the "
              "database did not answer. The work comes back by itself.", "cps",
              ('sum by (verdict) (rate(passerelle_limiter_verdicts_total{verdict!="granted"}[$__rate_interval]))', "{{verdict}}")),
        lines("The day's calls", "What is left, and what is kept for other integrations.", "short",
              ("fleet:passerelle_fleet_quota_remaining_calls:max", "left"),
              ("max(passerelle_fleet_quota_reserve_calls)", "kept for others"), dashed=["kept for others"]),
        lines("Time of a call", "The wait for its permit left out; 95 of 100 took no longer.", "s",
              ("histogram_quantile(0.95, sum by (purpose, le) (rate(passerelle_hubspot_call_duration_seconds_bucket"
               "[$__rate_interval])))", "{{purpose}}"), width=12),
        lines("artis.net", "Calls to the other side, by operation; it has no limits of its own.", "cps",
              ("sum by (operation) (rate(passerelle_artis_calls_total[$__rate_interval]))", "{{operation}}"), width=12),
    ])


def kind():
    own = 'kind="$kind"'
    return dashboard("passerelle-kind", "One kind in depth", "Where the records of one kind stand, and how they move.", [
        number("Synced", "Pairs that are the same on both sides.", "short", f'sum({PAIRS}{{{own}, state="synced"}})', width=4),
        number("Pending", "Queued or under way.", "short", f'sum({PAIRS}{{{own}, state="pending"}})', width=4),
        number("Waiting", "For their company, most of them: no fault.", "short", f'sum({PAIRS}{{{own}, state="waiting"}})', width=4),
        number("Blocked", "Somebody must act.", "short", f'sum({PAIRS}{{{own}, state="blocked"}})', warn=1, width=4),
        number("Failed", "Their attempts are used up.", "short", f'sum({PAIRS}{{{own}, state="failed"}})', alarm=1, width=4),
        number("Paused", "1 while an operator has paused the kind.", "short", f"max(passerelle_fleet_paused{{{own}}})",
               warn=1, width=4),
        lines("Records by state", "Those that are not synced.", "short",
              (f'{PAIRS}{{{own}, state!="synced"}}', "{{state}}"), width=12),
        lines("Answered", "Decisions committed each minute, by the state in which they left the record.", "opm",
              (f"{SETTLED}{{{own}}} * 60", "{{outcome}}"), stacked=True, width=12),
        bars("By reason", "Why records stand where they stand; synced ones have none.", "short",
             "sum by (state, reason) (" + REASONS % own + ")", "{{state}} {{reason}}", width=12, height=10),
        lines("The longest in each state", "For how long the record has stood there that has longest.", "s",
              (f'{AGES}{{{own}, state!~"synced|stopped|not_eligible"}}', "{{state}}"), width=12, height=10),
    ], [choice("kind", "Kind", KINDS)])


if __name__ == "__main__":
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent / "dashboards"
    for made in (fleet(), queues(), hubspot(), kind()):
        name = made["uid"].removeprefix("passerelle-")
        (folder / f"{name}.json").write_text(json.dumps(made, indent=1, ensure_ascii=False) + "\n")
