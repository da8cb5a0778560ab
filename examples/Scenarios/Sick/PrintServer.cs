using System.Net;
using System.Net.Sockets;

namespace Scenarios.Sick;

/// <summary>Handles each connection in the loop that accepts: one silent client stops all others.</summary>
internal sealed class PrintServer : BackgroundService
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly List<TcpClient> _clients = [];

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        _listener.Start(backlog: 1024);
        new Crew().Start("accept", () => AcceptForever(stoppingToken));
        for (var client = 0; client < 200; client++)
        {
            _clients.Add(new TcpClient());
            _clients[^1].Connect((IPEndPoint)_listener.LocalEndpoint);
        }

        Ready.When(() => _clients.Count == 200);
        return Task.CompletedTask;
    }

    private void AcceptForever(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            using var client = _listener.AcceptTcpClient();
            _ = client.GetStream().ReadByte();
        }
    }
}
