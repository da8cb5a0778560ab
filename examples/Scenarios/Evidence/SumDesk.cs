using System.Diagnostics;

namespace Scenarios.Evidence;

/// <summary>A web endpoint calls its own service inside a semaphore that the endpoint called needs.</summary>
internal sealed class SumDesk
{
    private const int Customers = 3;

    // What stands for less may be a slow answer.
    private static readonly TimeSpan s_stands = TimeSpan.FromSeconds(6);
    private readonly SemaphoreSlim _gate = new(1);
    private readonly HttpClient _own = new() { Timeout = Timeout.InfiniteTimeSpan };
    private readonly Stopwatch _inside = new();

    public static IHost Build(string[] args)
    {
        var desk = new SumDesk();
        return Hosts.Web(args, _ => { }, app =>
        {
            app.MapGet("/sum/{id:int}", desk.SumAsync);
            app.MapGet("/part/{id:int}", desk.PartAsync);
            app.Lifetime.ApplicationStarted.Register(() => desk.Load(new Uri(app.Urls.First())));
        });
    }

    private async Task<string> SumAsync(int id)
    {
        await _gate.WaitAsync();
        try
        {
            return await AskPartAsync(id);
        }
        finally
        {
            _gate.Release();
        }
    }

    private async Task<string> AskPartAsync(int id) => await _own.GetStringAsync($"/part/{id}");

    private async Task<string> PartAsync(int id)
    {
        _inside.Start();
        await _gate.WaitAsync();
        _gate.Release();
        return $"{id}";
    }

    private void Load(Uri server)
    {
        _own.BaseAddress = server;
        new Crew().Start(Customers, "customer", number => Ask(server, number));
        Ready.When(() => _inside.Elapsed > s_stands);
    }

    private static void Ask(Uri server, int number)
    {
        using var client = new System.Net.Sockets.TcpClient(server.Host, server.Port);
        client.GetStream().Write(System.Text.Encoding.ASCII.GetBytes($"GET /sum/{number} HTTP/1.1\r\nHost: localhost\r\n\r\n"));
        client.GetStream().ReadByte();
    }
}
