using System.Threading.Channels;

namespace Scenarios.Roots;

/// <summary>Prints labels in a task that nobody awaits; one bad label ends it, and labels only pile up.</summary>
internal sealed class LabelPrinter : BackgroundService
{
    private readonly Channel<string> _labels = Channel.CreateUnbounded<string>();
    private Task? _printing;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        _printing = PrintAllAsync();
        Ready.When(() => _printing.IsFaulted && _labels.Reader.Count > 10);
        for (var number = 0; !stoppingToken.IsCancellationRequested; number++)
        {
            await _labels.Writer.WriteAsync(number == 5 ? "" : $"label {number}", stoppingToken);
            await Task.Delay(TimeSpan.FromMilliseconds(20), stoppingToken);
        }
    }

    private async Task PrintAllAsync()
    {
        await foreach (var label in _labels.Reader.ReadAllAsync())
        {
            await PrintAsync(label);
        }
    }

    private static async Task PrintAsync(string label)
    {
        await Task.Delay(1);
        _ = label[0];
    }
}
