using System.Threading.Channels;
using GuruReports.Hosting.Sections.Host;
using Microsoft.Extensions.Hosting;

namespace GuruReports.Hosting.Tests.Sections.Host;

public class EndlessSourceTests
{
    [Theory]
    [InlineData(typeof(ReadsChannel), "a channel")]
    [InlineData(typeof(WaitsForChannelElsewhere), "a channel")]
    [InlineData(typeof(Derived), "a channel")]
    [InlineData(typeof(Ticks<string>), "a periodic timer")]
    [InlineData(typeof(RunsOnce), EndlessSource.Loop)]
    [InlineData(typeof(FillsChannel), null)]
    public void Of_BackgroundService_ByWhatItsCodeCalls(Type service, string? expected)
    {
        Assert.Equal(expected, EndlessSource.Of(service));
    }

    private class ReadsChannel : BackgroundService
    {
        private readonly Channel<string> _channel = Channel.CreateUnbounded<string>();

        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            await foreach (var line in _channel.Reader.ReadAllAsync(stoppingToken))
            {
                Console.Error.WriteLine(line);
            }
        }
    }

    private sealed class Derived : ReadsChannel;

    private sealed class WaitsForChannelElsewhere : BackgroundService
    {
        private readonly Channel<int> _channel = Channel.CreateUnbounded<int>();

        protected override Task ExecuteAsync(CancellationToken stoppingToken) => WorkAsync(stoppingToken);

        private async Task WorkAsync(CancellationToken stoppingToken)
        {
            while (await _channel.Reader.WaitToReadAsync(stoppingToken))
            {
                _channel.Reader.TryRead(out _);
            }
        }
    }

    private sealed class Ticks<T> : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            using var timer = new PeriodicTimer(TimeSpan.FromMinutes(1));
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                Console.Error.WriteLine(typeof(T));
            }
        }
    }

    private sealed class RunsOnce : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            for (var index = 0; index < 3 && !stoppingToken.IsCancellationRequested; index++)
            {
                await Task.Yield();
            }
        }
    }

    private sealed class FillsChannel : BackgroundService
    {
        private readonly Channel<int> _channel = Channel.CreateBounded<int>(3);

        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            await _channel.Writer.WriteAsync(1, stoppingToken);
            _channel.Writer.Complete();
        }
    }
}
