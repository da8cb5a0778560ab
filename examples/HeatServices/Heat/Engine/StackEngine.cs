using Heat.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Heat.Engine;

/// <summary>Takes operations from the queue, several at once.</summary>
internal sealed partial class StackEngine(IOperationQueue queue, OperationRunner runner, IOptions<HeatOptions> options, ILogger<StackEngine> logger) : BackgroundService
{
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(100);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Enumerable.Range(1, options.Value.Workers).Select(number => WorkAsync(FormattableString.Invariant($"{Environment.ProcessId}/worker-{number}"), stoppingToken)));

    private async Task WorkAsync(string worker, CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                if (await queue.TakeAsync(worker, cancellationToken) is { } operation)
                {
                    await runner.RunAsync(operation, worker, cancellationToken);
                    await queue.DoneAsync(operation, worker, cancellationToken);
                    continue;
                }
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                // One operation that fails, or a database that is away, must not end the worker.
                LogFailed(exception, worker);
            }

            await Task.Delay(s_pause, cancellationToken);
        }
    }

    [LoggerMessage(LogLevel.Error, "{Worker} failed")]
    private partial void LogFailed(Exception exception, string worker);
}
