using System.Net.Sockets;

namespace Scenarios.Evidence;

/// <summary>Long polls: each request waits for the next message, with a time limit, and is answered when there is none.</summary>
internal static class MessageInbox
{
    private const int Clients = 80;
    private static readonly TaskCompletionSource s_next = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private static readonly List<TcpClient> s_clients = [];
    private static int s_inside;

    public static IHost Build(string[] args) => Hosts.Web(args, _ => { }, app =>
    {
        app.MapGet("/next", NextAsync);
        app.Lifetime.ApplicationStarted.Register(() => new Crew().Start("clients", () => Connect(new Uri(app.Urls.First()))));
    });

    private static async Task<bool> NextAsync()
    {
        Interlocked.Increment(ref s_inside);
        return await Task.WhenAny(s_next.Task, Task.Delay(TimeSpan.FromMinutes(2))) == s_next.Task;
    }

    private static void Connect(Uri server)
    {
        for (var number = 0; number < Clients; number++)
        {
            var client = new TcpClient(server.Host, server.Port);
            client.GetStream().Write("GET /next HTTP/1.1\r\nHost: localhost\r\n\r\n"u8);
            s_clients.Add(client);
        }

        Ready.When(() => Volatile.Read(ref s_inside) == Clients);
    }
}
