"""A bot of Chatbots 2.0 that fetches its events, so that it needs no address. Its answers grow while they are made.

  WEBHOOK_URL=http://127.0.0.1:8424/rest/1/your-code/ BOT_TOKEN=a-secret-of-your-own python3 bot.py
"""
import json, os, time
from urllib.error import HTTPError
from urllib.request import Request, urlopen

WEBHOOK_URL = os.environ.get("WEBHOOK_URL", "http://127.0.0.1:8424/rest/1/your-code/")
BOT_TOKEN = os.environ.get("BOT_TOKEN", "a-secret-of-your-own")


def call(method, **params):
    body = json.dumps({"botToken": BOT_TOKEN, **params}).encode()
    request = Request(WEBHOOK_URL + method, body, {"content-type": "application/json"})
    try:
        answer = json.load(urlopen(request, timeout=60))
    except HTTPError as refusal:
        answer = json.load(refusal)
    if "error" in answer:
        raise RuntimeError(f"{method}: {answer['error']}: {answer.get('error_description')}")
    return answer["result"]


def answer_to(question):
    """Ask your model here, and pass on the parts of its answer as they come."""
    yield from (word + " " for word in f"You asked: {question} I have no idea.".split())


def answer(bot_id, data):
    dialog = {"botId": bot_id, "dialogId": data["chat"]["dialogId"]}
    call("imbot.v2.Chat.InputAction.notify", **dialog, statusMessageCode="IMBOT_AGENT_ACTION_THINKING", duration=60)
    text, message_id, shown_at = "", None, time.monotonic()
    for part in answer_to(data["message"]["text"]):
        text += part
        if message_id is None:
            message_id = call("imbot.v2.Chat.Message.send", **dialog, fields={"message": text + "..."})["id"]
        elif time.monotonic() - shown_at > 0.7:
            call("imbot.v2.Chat.Message.update", botId=bot_id, messageId=message_id, fields={"message": text + "..."})
            shown_at = time.monotonic()
    call("imbot.v2.Chat.Message.update", botId=bot_id, messageId=message_id, fields={"message": text})


FIELDS = {"code": os.environ.get("BOT_CODE", "assistant"), "properties": {"name": "Assistant"}, "eventMode": "fetch"}
BOT_ID = call("imbot.v2.Bot.register", fields=FIELDS)["bot"]["id"]
print(f"Bot {BOT_ID} is listening", flush=True)
offset = None
while True:
    try:
        # Answered as soon as there is an event, or after 25 seconds; what it confirms never comes again.
        fetched = call("imbot.v2.Event.get", botId=BOT_ID, offset=offset, wait=25)
        for event in fetched["events"]:
            offset = event["eventId"] + 1  # An answer that is refused is not tried again.
            if event["type"] == "ONIMBOTV2MESSAGEADD" and not event["data"]["user"]["bot"]:
                answer(BOT_ID, event["data"])
        offset = fetched["nextOffset"]
    except (OSError, RuntimeError) as error:
        print(error, flush=True)
        time.sleep(5)
