using System.Net.Sockets;

namespace Scenarios.Healthy;

/// <summary>A web service with hundreds of quiet connections; loaded: some of them ask all the time.</summary>
internal static class ChatHub
{
    private const int QuietClients = 200;
    private static readonly List<TcpClient> s_quiet = [];
    private static int s_inside;
    private static int s_served;

    public static IHost Build(string[] args, bool loaded) => Hosts.Web(args, _ => { }, app =>
    {
        app.MapGet("/wait", WaitForMessageAsync);
        app.MapGet("/hello", SayHelloAsync);
        app.Lifetime.ApplicationStarted.Register(() => new Crew().Start("clients", () => Connect(new Uri(app.Urls.First()), loaded)));
    });

    private static async Task<string> WaitForMessageAsync(CancellationToken aborted)
    {
        Interlocked.Increment(ref s_inside);
        await Task.Delay(TimeSpan.FromMinutes(5), aborted);
        return "nothing new";
    }

    private static async Task<string> SayHelloAsync()
    {
        await Task.Delay(5);
        Interlocked.Increment(ref s_served);
        return "hello";
    }

    private static void Connect(Uri server, bool loaded)
    {
        for (var number = 0; number < QuietClients; number++)
        {
            var client = new TcpClient(server.Host, server.Port);
            client.GetStream().Write("GET /wait HTTP/1.1\r\nHost: localhost\r\n\r\n"u8);
            s_quiet.Add(client);
        }

        if (loaded)
        {
            new Crew().Start(2, "caller", _ => CallForever(server));
        }

        Ready.When(() => Volatile.Read(ref s_inside) == QuietClients && (!loaded || Volatile.Read(ref s_served) > 50));
    }

    private static void CallForever(Uri server)
    {
        using var client = new TcpClient(server.Host, server.Port);
        var stream = client.GetStream();
        var answer = new byte[4096];
        do
        {
            stream.Write("GET /hello HTTP/1.1\r\nHost: localhost\r\n\r\n"u8);
        }
        while (stream.Read(answer) > 0);
    }
}
