using System.Net.Sockets;

namespace Scenarios.Sick;

/// <summary>Starts a thread for each message; each waits for a mail server that does not answer.</summary>
internal sealed class NotificationService : BackgroundService
{
    private readonly SilentServer _mailServer = new();
    private int _sending;

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var number = 1; number <= 250; number++)
        {
            var own = number;
            new Thread(() => SendMail(own)) { IsBackground = true, Name = $"mail-{own}" }.Start();
        }

        Ready.When(() => Volatile.Read(ref _sending) == 250);
        return Task.CompletedTask;
    }

    private void SendMail(int number)
    {
        using var client = new TcpClient();
        client.Connect(_mailServer.EndPoint);
        var stream = client.GetStream();
        Interlocked.Increment(ref _sending);
        stream.WriteByte((byte)stream.ReadByte());
        Console.WriteLine($"mail {number} sent");
    }
}
