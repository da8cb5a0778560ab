using System.Net;
using System.Net.Http.Headers;
using System.Net.WebSockets;
using System.Text;

namespace GuruReports.WebZoo.Clients;

/// <summary>Asks for all that the zoo shows, and waits for answers that never come.</summary>
internal sealed class Visitors(Uri address, Uri second)
{
    private const string Secret = "canary-work-";
    private readonly HttpClient _plain = new(new SocketsHttpHandler { MaxConnectionsPerServer = 1_000, EnableMultipleHttp2Connections = true }) { Timeout = Timeout.InfiniteTimeSpan };

    public async Task StayAsync()
    {
        var answers = new List<Task>();
        Add(answers, Census.Orders, i => Send(HttpMethod.Get, $"/orders/{i}?token={Secret}query"));
        Add(answers, Census.Placed, _ => Send(HttpMethod.Post, "/orders", newer: true));
        Add(answers, Census.Counted, i => Send(HttpMethod.Get, $"/stock/{i}"));
        Add(answers, Census.Small, _ => Send(HttpMethod.Get, "/stock/small"));
        Add(answers, Census.Lost, i => Send(HttpMethod.Get, $"/files/{Secret}path{i}"));
        Add(answers, Census.Calls, _ => Call("/zoo.Keeper/Feed"));
        Add(answers, Census.Streams, _ => Call("/zoo.Keeper/Watch"));
        await Send(HttpMethod.Get, "/forget");
        await LeaveAsync();
        for (var i = 0; i < Census.Sockets; i++)
        {
            await ConnectAsync("/ws");
        }

        for (var i = 0; i < Census.Hubs; i++)
        {
            var socket = await ConnectAsync("/chat");
            await SayAsync(socket, "{\"protocol\":\"json\",\"version\":1}");
            if (i < Census.Invocations)
            {
                await SayAsync(socket, $"{{\"type\":1,\"invocationId\":\"1\",\"target\":\"Feed\",\"arguments\":[\"{Secret}argument\"]}}");
            }
        }

        Console.WriteLine("ready");
        while (await Console.In.ReadLineAsync() is not null)
        {
            await EndAsync();
            Console.WriteLine("ended");
        }

        await Task.WhenAll(answers);
    }

    /// <summary>Has the zoo begin and end work.</summary>
    private async Task EndAsync()
    {
        await Send(HttpMethod.Get, "/batches");
        var answers = new List<Task>();
        Add(answers, Census.Done, i => Send(HttpMethod.Get, $"/done/{i}?token={Secret}query"));
        Add(answers, Census.Broken, _ => Send(HttpMethod.Get, "/broken"));
        await Task.WhenAll(answers);
    }

    private static void Add(List<Task> answers, int count, Func<int, Task> ask) => answers.AddRange(Enumerable.Range(1, count).Select(ask));

    private async Task Send(HttpMethod method, string path, bool newer = false)
    {
        using var request = new HttpRequestMessage(method, new Uri(newer ? second : address, path));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Secret + "header");
        request.Headers.Add("X-User", Secret + "user");
        if (newer)
        {
            request.Version = HttpVersion.Version20;
            request.VersionPolicy = HttpVersionPolicy.RequestVersionExact;
        }

        using var answer = await _plain.SendAsync(request);
    }

    /// <summary>A gRPC call whose message is empty.</summary>
    private async Task Call(string method)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(second, method)) { Version = HttpVersion.Version20, VersionPolicy = HttpVersionPolicy.RequestVersionExact };
        request.Content = new ByteArrayContent(new byte[5]);
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/grpc");
        request.Headers.TE.Add(new TransferCodingWithQualityHeaderValue("trailers"));
        using var answer = await _plain.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        await answer.Content.ReadAsByteArrayAsync();
    }

    /// <summary>Asks, and goes away as soon as the zoo has begun.</summary>
    private async Task LeaveAsync()
    {
        using var leaving = new HttpClient();
        using var left = new CancellationTokenSource();
        var asked = leaving.GetAsync(new Uri(address, "/left"), left.Token);
        while (await _plain.GetStringAsync(new Uri(address, "/begun")) != "1")
        {
            await Task.Delay(10);
        }

        await left.CancelAsync();
        try
        {
            await asked;
        }
        catch (OperationCanceledException)
        {
        }
    }

    private async Task<ClientWebSocket> ConnectAsync(string path)
    {
        var socket = new ClientWebSocket();
        await socket.ConnectAsync(new UriBuilder(address) { Scheme = "ws", Path = path }.Uri, CancellationToken.None);
        return socket;
    }

    private static Task SayAsync(ClientWebSocket socket, string message) =>
        socket.SendAsync(Encoding.UTF8.GetBytes(message + "\u001e"), WebSocketMessageType.Text, true, CancellationToken.None);
}
