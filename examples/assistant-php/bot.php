<?php
// A bot of Chatbots 2.0 that fetches its events, so that it needs no address. Its answers grow while they are made.
//
//   WEBHOOK_URL=http://127.0.0.1:8424/rest/1/your-code/ BOT_TOKEN=a-secret-of-your-own php bot.php

$url = getenv('WEBHOOK_URL') ?: 'http://127.0.0.1:8424/rest/1/your-code/';
$token = getenv('BOT_TOKEN') ?: 'a-secret-of-your-own';
$code = getenv('BOT_CODE') ?: 'assistant';

function call(string $method, array $params): mixed
{
    global $url, $token;
    $options = ['method' => 'POST', 'header' => 'content-type: application/json', 'timeout' => 60];
    $options += ['ignore_errors' => true, 'content' => json_encode(['botToken' => $token] + $params)];
    $answer = json_decode(file_get_contents($url . $method, false, stream_context_create(['http' => $options])), true);
    if (!$answer) throw new Exception("$method: no answer");
    if (isset($answer['error'])) throw new Exception("$method: {$answer['error']}: {$answer['error_description']}");
    return $answer['result'];
}

/** Ask your model here, and pass on the parts of its answer as they come. */
function answerTo(string $question): iterable
{
    foreach (explode(' ', "You asked: $question I have no idea.") as $word) yield "$word ";
}

function answer(int $botId, array $data): void
{
    $dialog = ['botId' => $botId, 'dialogId' => $data['chat']['dialogId']];
    call('imbot.v2.Chat.InputAction.notify', $dialog + ['statusMessageCode' => 'IMBOT_AGENT_ACTION_THINKING', 'duration' => 60]);
    [$text, $id, $shownAt] = ['', null, 0];
    foreach (answerTo($data['message']['text']) as $part) {
        $text .= $part;
        if ($id === null) $id = call('imbot.v2.Chat.Message.send', $dialog + ['fields' => ['message' => "$text..."]])['id'];
        elseif (microtime(true) - $shownAt > 0.7) call('imbot.v2.Chat.Message.update',
            ['botId' => $botId, 'messageId' => $id, 'fields' => ['message' => "$text..."]]);
        else continue;
        $shownAt = microtime(true);
    }
    call('imbot.v2.Chat.Message.update', ['botId' => $botId, 'messageId' => $id, 'fields' => ['message' => $text]]);
}

$fields = ['code' => $code, 'properties' => ['name' => 'Assistant'], 'eventMode' => 'fetch'];
$botId = call('imbot.v2.Bot.register', ['fields' => $fields])['bot']['id'];
echo "Bot $botId is listening\n";
for ($offset = null; ; ) {
    try {
        // Answered as soon as there is an event, or after 25 seconds; what it confirms never comes again.
        $fetched = call('imbot.v2.Event.get', ['botId' => $botId, 'offset' => $offset, 'wait' => 25]);
        foreach ($fetched['events'] as ['eventId' => $id, 'type' => $type, 'data' => $data]) {
            $offset = $id + 1; // An answer that is refused is not tried again.
            if ($type === 'ONIMBOTV2MESSAGEADD' && !$data['user']['bot']) answer($botId, $data);
        }
        $offset = $fetched['nextOffset'];
    } catch (Exception $error) {
        error_log($error->getMessage());
        sleep(5);
    }
}
