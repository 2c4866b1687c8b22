"""Drives the lab with botocore, an independent implementation of the same protocols, and prints what did not agree.

Usage: python crosscheck.py ENDPOINT SERVICE...
Prints one JSON line: {"services": {NAME: {"operations": n, "inputs": n, "outputs": n, "absent": [...]}},
"signed": n, "failures": [[operation, what, detail], ...]}.
"""
import base64
import datetime
import json
import random
import sys
import urllib.error
import urllib.request

import botocore.session
from botocore import xform_name
from botocore.config import Config
from botocore.exceptions import ClientError

RANDOM = random.Random(5)
TEXTS = ["a&b<c>\"d'", "plain", "two words", "x-1_2", "ünï→x 봉수", "a+b=c&d%20?#/"]
DEPTH_MAX = 3
# Members that the client itself makes, moves or checks on the way.
S3_OMITTED = ("Checksum", "ContentMD5", "SSECustomer", "ContentLength", "Expires", "ChecksumAlgorithm", "MetadataDirective")
# Filled by the client where absent.
FILLED = ("token", "Token", "ClientRequest", "EncodingType")


def sample(shape, depth=0, narrow=False):
    """A value of a botocore shape, or None where nothing fits."""
    place = shape.serialization.get("location")
    narrow = narrow or place in ("header", "headers", "uri")
    kind = shape.type_name
    if kind == "structure":
        return sample_structure(shape, depth)
    if kind == "list":
        values = [sample(shape.member, depth + 1, narrow) for _ in range(2)]
        return [value for value in values if value is not None] or None
    if kind == "map":
        values = {key: sample(shape.value, depth + 1, narrow) for key in ("k1", "k2")}
        return {key: value for key, value in values.items() if value is not None} or None
    if kind == "string":
        if shape.serialization.get("jsonvalue"):
            return '{"a":1}'
        return "v%d" % RANDOM.randint(0, 9999) if narrow else RANDOM.choice(TEXTS)
    if kind == "blob":
        return b"\x01\x02\xfa"
    if kind == "timestamp":
        return datetime.datetime.fromtimestamp(1767225600 + RANDOM.randint(0, 10**6), datetime.timezone.utc)
    if kind == "boolean":
        return RANDOM.random() < 0.5
    return RANDOM.randint(0, 999)


def sample_structure(shape, depth):
    if depth > DEPTH_MAX:
        return None
    members = list(shape.members.items())
    if getattr(shape, "is_tagged_union", False):
        members = members[:1]
    share = 0.5 if len(members) > 12 else 0.8
    result = {}
    for name, member in members:
        if name not in shape.required_members and RANDOM.random() > share:
            continue
        value = sample(member, depth + 1)
        if value is not None:
            result[name] = value
    return result if result or depth == 0 else None


def comparable(value):
    """The same form that the lab gives its values in."""
    if isinstance(value, datetime.datetime):
        return {"moment": int(value.timestamp() * 1000)}
    if isinstance(value, (bytes, bytearray)):
        return {"bytes": base64.b64encode(value).decode()}
    if isinstance(value, dict):
        return {key: comparable(member) for key, member in value.items() if member is not None}
    if isinstance(value, (list, tuple)):
        return [comparable(member) for member in value]
    if isinstance(value, float) and value == int(value):
        return int(value)
    return value


def known(value, shape):
    """Leaves out what botocore's model does not have: the two models are of different days."""
    if shape is None:
        return {}
    if shape.type_name == "structure":
        return {key: known(member, shape.members[key]) for key, member in value.items() if key in shape.members}
    if shape.type_name == "list":
        return [known(member, shape.member) for member in value]
    if shape.type_name == "map":
        return {key: known(member, shape.value) for key, member in value.items()}
    return value


def last(endpoint):
    """What the lab decoded and answered in the last call."""
    with urllib.request.urlopen(endpoint + "/_lab/last") as answer:
        return json.load(answer)


def kept(members, service):
    """S3 without what the client makes itself, and without bodies and structures that are empty, which look absent."""
    if service != "s3":
        return members
    own = {key: value for key, value in members.items() if not key.startswith(S3_OMITTED) and "MD5" not in key}
    return {key: value for key, value in own.items() if value != {} and value != {"bytes": ""}}


def check_operation(client, endpoint, service, operation, model, tally, failures):
    given = sample(model.input_shape) if model.input_shape else {}
    given = kept(given, service)
    if "Bucket" in given:
        given["Bucket"] = "bucket-1"
    if service == "s3" and "CopySource" in given:
        given["CopySource"] = "bucket-2/key"
    name = "%s.%s" % (service, operation)
    try:
        answer = getattr(client, xform_name(operation))(**given)
    except ClientError as error:
        if error.response["Error"]["Code"] in ("UnknownOperationException", "InvalidAction", "MethodNotAllowed"):
            tally["absent"].append(operation)
            return
        failures.append([name, "call", str(error)])
        return
    except Exception as error:  # Told as a failure of this operation; the others go on.
        failures.append([name, "call", "%s %s" % (type(error).__name__, error)])
        return
    tally["operations"] += 1
    seen = last(endpoint)
    sent = comparable(given)
    decoded = kept(seen["input"], service)
    for key in list(decoded):
        if key not in sent and any(word in key for word in FILLED):
            del decoded[key]
    if seen["operation"] != operation:
        failures.append([name, "operation", seen["operation"]])
    elif decoded == sent:
        tally["inputs"] += 1
    else:
        failures.append([name, "input", {"sent": sent, "decoded": decoded}])
    answer.pop("ResponseMetadata", None)
    read = {key: value.read() if hasattr(value, "read") else value for key, value in answer.items()}
    read = kept(comparable(read), service)
    wanted = kept(known(seen["output"], model.output_shape), service)
    if read == wanted:
        tally["outputs"] += 1
    else:
        failures.append([name, "output", {"read": read, "wanted": wanted}])


def make_client(session, endpoint, service):
    config = Config(
        retries={"max_attempts": 0},
        signature_version="s3v4" if service == "s3" else None,
        parameter_validation=False,
        inject_host_prefix=False,
        request_checksum_calculation="when_required",
        response_checksum_validation="when_required",
        s3={"addressing_style": "path"},
    )
    return session.create_client(
        service,
        endpoint_url=endpoint,
        region_name="us-east-1",
        aws_access_key_id="AKIACROSSCHECK",
        aws_secret_access_key="s3cr/et+x=",
        config=config,
    )


def check_service(session, endpoint, service, failures):
    client = make_client(session, endpoint, service)
    tally = {"operations": 0, "inputs": 0, "outputs": 0, "absent": []}
    for operation in client.meta.service_model.operation_names:
        model = client.meta.service_model.operation_model(operation)
        if not model.has_event_stream_output and not model.has_event_stream_input:
            check_operation(client, endpoint, service, operation, model, tally, failures)
    return tally


def status_of(request):
    try:
        with urllib.request.urlopen(request) as answer:
            return answer.status
    except urllib.error.HTTPError as error:
        return error.code


def check_presigned(session, endpoint, failures):
    """URLs and forms that botocore signs are accepted for what they say, and refused for anything else."""
    client = make_client(session, endpoint, "s3")
    checked = 0
    for key in ["plain", "a b+c&d='e'/\u00e9\ubd09~(*)", "100%/%2F?#"]:
        where = {"Bucket": "bucket-1", "Key": key}
        url = client.generate_presigned_url("put_object", Params={**where, "IfNoneMatch": "*"}, ExpiresIn=60)
        put = urllib.request.Request(url, data=b"body", method="PUT", headers={"If-None-Match": "*", "Content-Type": ""})
        bare = urllib.request.Request(url, data=b"body", method="PUT", headers={"Content-Type": ""})
        statuses = [status_of(put), last(endpoint)["input"].get("Key"), status_of(bare)]
        if statuses != [200, key, 403]:
            failures.append(["s3.presigned", key, statuses])
        checked += 1
    for key, body, wanted in [("form/a b", b"12345", 204), ("form/a b", b"123456789", 400)]:
        form = client.generate_presigned_post(
            "bucket-1", key, Conditions=[["content-length-range", 1, 6]], ExpiresIn=60
        )
        boundary = "crosscheck-boundary"
        parts = [
            'Content-Disposition: form-data; name="%s"\r\n\r\n%s' % (name, value)
            for name, value in form["fields"].items()
        ]
        parts.append('Content-Disposition: form-data; name="file"; filename="f"\r\n\r\n' + body.decode())
        text = "".join("--%s\r\n%s\r\n" % (boundary, part) for part in parts) + "--%s--\r\n" % boundary
        headers = {"Content-Type": "multipart/form-data; boundary=" + boundary}
        status = status_of(urllib.request.Request(form["url"], data=text.encode(), method="POST", headers=headers))
        if status != wanted:
            failures.append(["s3.form", key, status])
        checked += 1
    return checked


def main(endpoint, services):
    session = botocore.session.get_session()
    failures = []
    tallies = {service: check_service(session, endpoint, service, failures) for service in services}
    signed = check_presigned(session, endpoint, failures)
    result = {"botocore": botocore.__version__, "services": tallies, "signed": signed, "failures": failures}
    print(json.dumps(result, default=repr))


main(sys.argv[1], sys.argv[2:])
