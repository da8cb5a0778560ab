using System.Net;
using System.Net.Sockets;

namespace Scenarios.Unseen;

/// <summary>Connects to its broker before anything else starts, and tries for ever.</summary>
internal sealed class BrokerConnection : IHostedLifecycleService
{
    private int _tries;

    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        Ready.When(() => Volatile.Read(ref _tries) > 1);
        while (true)
        {
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync(new IPEndPoint(IPAddress.Loopback, 1), cancellationToken);
                return;
            }
            catch (SocketException)
            {
                _tries++;
                await Task.Delay(TimeSpan.FromMilliseconds(500), cancellationToken);
            }
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
