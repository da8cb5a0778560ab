using System.Net.Sockets;

namespace Scenarios.Variants;

/// <summary>A new UDP socket for each measurement, kept by a list "for later".</summary>
internal sealed class MetricsSender : BackgroundService
{
    private readonly List<UdpClient> _sent = [];

    public MetricsSender() => DescriptorLimit.Set(1024);

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (DescriptorLimit.CountOpen() < 1000)
        {
            Send("requests:1|c"u8);
        }

        Ready.When(() => _sent.Count > 0);
        return Task.CompletedTask;
    }

    private void Send(ReadOnlySpan<byte> measurement)
    {
        var client = new UdpClient("127.0.0.1", 8125);
        client.Send(measurement);
        _sent.Add(client);
    }
}
