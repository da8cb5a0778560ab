using System.Net;
using System.Net.Sockets;

namespace Scenarios.Roots;

/// <summary>Keeps answers that it does not read to the end, so that they keep their connections.</summary>
internal sealed class CatalogClient : BackgroundService
{
    private readonly TcpListener _server = new(IPAddress.Loopback, 0);
    private readonly List<HttpResponseMessage> _errors = [];
    private int _asked;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        _server.Start();
        new Thread(Serve) { IsBackground = true, Name = "catalog server" }.Start();
        var address = new Uri($"http://127.0.0.1:{((IPEndPoint)_server.LocalEndpoint).Port}/");
        using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 3 }) { Timeout = Timeout.InfiniteTimeSpan };
        var calls = Enumerable.Range(0, 12).Select(_ => FindAsync(http, address, stoppingToken)).ToList();
        Ready.When(() => Volatile.Read(ref _asked) == 3 && _errors.Count == 3);
        await Task.WhenAll(calls);
    }

    private async Task FindAsync(HttpClient http, Uri address, CancellationToken stop)
    {
        var answer = await http.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, stop);
        if (!answer.IsSuccessStatusCode)
        {
            lock (_errors)
            {
                _errors.Add(answer);
            }
        }
    }

    // Says that much is to come and sends a little of it.
    private void Serve()
    {
        var open = new List<TcpClient>();
        while (true)
        {
            var client = _server.AcceptTcpClient();
            open.Add(client);
            _ = client.GetStream().Read(new byte[4096]);
            client.GetStream().Write("HTTP/1.1 503 Busy\r\nContent-Length: 1000000\r\n\r\nsorry"u8);
            Interlocked.Increment(ref _asked);
        }
    }
}
