<?php
// A bot of Chatbots 2.0 that is called by the portal. It answers what is said to it, and the command /time.
//
//   export WEBHOOK_URL=http://127.0.0.1:8424/rest/1/your-code/ BOT_TOKEN=a-secret-of-your-own
//   php -S 127.0.0.1:8500 bot.php          this file behind a web server, where the portal reaches it
//   php bot.php http://127.0.0.1:8500/     once: registers the bot, which is called at that address

$url = getenv('WEBHOOK_URL') ?: 'http://127.0.0.1:8424/rest/1/your-code/';
$token = getenv('BOT_TOKEN') ?: 'a-secret-of-your-own';

function call(string $method, array $params): mixed
{
    global $url, $token;
    $options = ['method' => 'POST', 'header' => 'content-type: application/json', 'ignore_errors' => true];
    $options += ['content' => json_encode(['botToken' => $token] + $params)];
    $context = stream_context_create(['http' => $options]);
    $answer = json_decode(file_get_contents($url . $method, false, $context), true);
    if (isset($answer['error'])) throw new Exception("$method: {$answer['error']}: {$answer['error_description']}");
    return $answer['result'];
}

function register(string $address): void
{
    $way = ['eventMode' => 'webhook', 'webhookUrl' => $address];
    $fields = ['code' => getenv('BOT_CODE') ?: 'called', 'properties' => ['name' => 'Called']] + $way;
    $botId = call('imbot.v2.Bot.register', ['fields' => $fields])['bot']['id'];
    // Where it listened the last time may be another address.
    call('imbot.v2.Bot.update', ['botId' => $botId, 'fields' => $way]);
    $command = ['command' => 'time', 'title' => ['en' => 'Say what time it is']];
    call('imbot.v2.Command.register', ['botId' => $botId, 'fields' => $command]);
    echo "Bot $botId is listening\n";
}

function onEvent(string $event, array $data): void
{
    $dialog = ['botId' => $data['bot']['id'], 'dialogId' => $data['chat']['dialogId'] ?? ''];
    $text = $data['message']['text'] ?? '';
    if ($event === 'ONIMBOTV2MESSAGEADD' && $data['user']['bot'] === '0' && !str_starts_with($text, '/'))
        call('imbot.v2.Chat.Message.send', $dialog + ['fields' => ['message' => "You said: $text"]]);
    if ($event !== 'ONIMBOTV2COMMANDADD') return;
    $called = ['commandId' => $data['command']['id'], 'messageId' => $data['message']['id']];
    call('imbot.v2.Command.answer', $dialog + $called + ['fields' => ['message' => 'It is ' . gmdate('c')]]);
}

if (PHP_SAPI === 'cli') register($argv[1]);
// Only the portal knows the token.
elseif (($_POST['auth']['application_token'] ?? '') !== "custom$token") http_response_code(403);
else onEvent($_POST['event'], $_POST['data']);
