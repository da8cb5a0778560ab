using System.Net;
using System.Net.Sockets;

namespace Scenarios.Sick;

/// <summary>Its peer closes connections; the service never notices and keeps them.</summary>
internal sealed class GatewayService : BackgroundService
{
    private readonly List<TcpClient> _connections = [];

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var peer = new TcpListener(IPAddress.Loopback, 0);
        peer.Start(backlog: 512);
        for (var number = 0; number < 150; number++)
        {
            var client = new TcpClient();
            client.Connect((IPEndPoint)peer.LocalEndpoint);
            _connections.Add(client);
            peer.AcceptTcpClient().Dispose();
        }

        Ready.When(() => _connections.TrueForAll(connection => connection.Client.Poll(0, SelectMode.SelectRead)));
        return Task.CompletedTask;
    }
}
