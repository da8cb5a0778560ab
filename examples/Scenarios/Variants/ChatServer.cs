using System.Net;
using System.Net.Sockets;

namespace Scenarios.Variants;

/// <summary>An async server that keeps the connections of clients which have left: it only ever writes.</summary>
internal sealed class ChatServer : BackgroundService
{
    private readonly List<Socket> _members = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen(512);
        new Crew().Start("visitors", () => Visit((IPEndPoint)listener.LocalEndPoint!));
        Ready.When(() => _members.Count == 200 && _members.TrueForAll(member => member.Poll(0, SelectMode.SelectRead)));
        while (!stoppingToken.IsCancellationRequested)
        {
            _members.Add(await listener.AcceptAsync(stoppingToken));
        }
    }

    private static void Visit(IPEndPoint server)
    {
        for (var number = 0; number < 200; number++)
        {
            using var client = new TcpClient();
            client.Connect(server);
        }
    }
}
