"""A bot of Chatbots 2.0 that is called by the portal. It answers what is said to it, and the command /time.

  WEBHOOK_URL=http://127.0.0.1:8424/rest/1/your-code/ BOT_TOKEN=a-secret-of-your-own python3 bot.py
"""
import json, os
from datetime import datetime, timezone
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs
from urllib.request import Request, urlopen

WEBHOOK_URL = os.environ.get("WEBHOOK_URL", "http://127.0.0.1:8424/rest/1/your-code/")
BOT_TOKEN = os.environ.get("BOT_TOKEN", "a-secret-of-your-own")
BOT_CODE = os.environ.get("BOT_CODE", "called")
HOST, PORT = os.environ.get("HOST", "127.0.0.1"), int(os.environ.get("PORT", "0"))


def call(method, **params):
    body = json.dumps({"botToken": BOT_TOKEN, **params}).encode()
    return json.load(urlopen(Request(WEBHOOK_URL + method, body, {"content-type": "application/json"})))["result"]


def on_event(form):
    field = lambda name: form.get(name, [""])[0]
    dialog = {"botId": field("data[bot][id]"), "dialogId": field("data[chat][dialogId]")}
    text, is_person = field("data[message][text]"), field("data[user][bot]") == "0"
    if field("event") == "ONIMBOTV2MESSAGEADD" and is_person and not text.startswith("/"):
        call("imbot.v2.Chat.Message.send", **dialog, fields={"message": f"You said: {text}"})
    if field("event") == "ONIMBOTV2COMMANDADD":
        called = {"commandId": field("data[command][id]"), "messageId": field("data[message][id]")}
        now = datetime.now(timezone.utc).isoformat()
        call("imbot.v2.Command.answer", **dialog, **called, fields={"message": f"It is {now}"})


class Handler(BaseHTTPRequestHandler):
    def do_POST(self):
        form = parse_qs(self.rfile.read(int(self.headers["content-length"])).decode(), keep_blank_values=True)
        # Only the portal knows the token.
        is_portal = form.get("auth[application_token]") == [f"custom{BOT_TOKEN}"]
        self.send_response(200 if is_portal else 403)
        self.send_header("content-length", "0")
        self.end_headers()
        if is_portal:
            on_event(form)

    def log_message(self, *_):
        pass


server = ThreadingHTTPServer((HOST, PORT), Handler)
way = {"eventMode": "webhook", "webhookUrl": f"http://{HOST}:{server.server_port}/"}
bot_id = call("imbot.v2.Bot.register", fields={"code": BOT_CODE, "properties": {"name": "Called"}, **way})["bot"]["id"]
# Where it listened the last time may be another address.
call("imbot.v2.Bot.update", botId=bot_id, fields=way)
call("imbot.v2.Command.register", botId=bot_id, fields={"command": "time", "title": {"en": "Say what time it is"}})
print(f"Bot {bot_id} is listening", flush=True)
server.serve_forever()
