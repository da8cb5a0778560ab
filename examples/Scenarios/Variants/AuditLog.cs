using System.Threading.Channels;

namespace Scenarios.Variants;

/// <summary>Writers wait for room in a bounded channel whose only reader has ended.</summary>
internal sealed class AuditLog : BackgroundService
{
    private readonly Channel<string> _entries = Channel.CreateBounded<string>(10);
    private int _writing;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var reader = ReadOneAsync(stoppingToken);
        Ready.When(() => reader.IsCompleted && Volatile.Read(ref _writing) == 200);
        await Task.WhenAll(Enumerable.Range(0, 200).Select(RecordAsync));
    }

    private async Task RecordAsync(int number)
    {
        Interlocked.Increment(ref _writing);
        await _entries.Writer.WriteAsync($"entry {number}");
    }

    private async Task ReadOneAsync(CancellationToken stoppingToken)
    {
        var entry = await _entries.Reader.ReadAsync(stoppingToken);
        Console.WriteLine(entry);
    }
}
