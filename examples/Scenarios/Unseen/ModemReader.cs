using System.Net.Sockets;

namespace Scenarios.Unseen;

/// <summary>Asks a socket again and again whether a byte has come.</summary>
internal sealed class ModemReader : BackgroundService
{
    private readonly SilentServer _modem = new();
    private long _asked;

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        new Crew().Start("modem", () => WaitForByte(stoppingToken));
        Ready.When(() => Interlocked.Read(ref _asked) > 5_000_000);
        return Task.CompletedTask;
    }

    private void WaitForByte(CancellationToken stoppingToken)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Connect(_modem.EndPoint);
        while (socket.Available == 0 && !stoppingToken.IsCancellationRequested)
        {
            Interlocked.Increment(ref _asked);
        }
    }
}
