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
    [InlineData(typeof(RunsOnce), null)]
    [InlineData(typeof(FillsChannel), null)]
    public void Of_BackgroundService_ByWhatItsCodeCalls(Type service, string? expected)
    {
        Assert.Equal(expected, EndlessSource.Of(service));
    }

    [Fact]
    public void Calls_MethodWithEveryKindOfOperand_ReadsToItsEnd()
    {
        var calls = InstructionReader.Calls(typeof(EndlessSourceTests).GetMethod(nameof(Mixed), System.Reflection.BindingFlags.Static | System.Reflection.BindingFlags.NonPublic)!);

        Assert.Equal("Collect", calls.Last().Name);
    }

    private static double Mixed(int number, string text)
    {
        var sum = number switch { 0 => 1.5, 1 => 2.5, 2 => 3.5, 3 => text.Length, 4 => long.MaxValue, _ => float.MaxValue };
        for (var index = 0; index < 1000; index++)
        {
            sum += new List<int>(index).Capacity is var more && more > 70_000 ? more : typeof(string).Name.Length;
        }

        GC.Collect();
        return sum;
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
                await Task.Delay(index, stoppingToken);
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
