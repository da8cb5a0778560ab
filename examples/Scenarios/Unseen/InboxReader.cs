using System.Threading.Channels;

namespace Scenarios.Unseen;

/// <summary>Reads a channel that somebody completes: the loop ends, and nothing says so.</summary>
internal sealed class InboxReader : BackgroundService
{
    private readonly Channel<string> _inbox = Channel.CreateUnbounded<string>();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        _ = Task.Run(DisconnectAsync, stoppingToken);
        Ready.When(() => ExecuteTask is { IsCompleted: true });
        try
        {
            await foreach (var mail in _inbox.Reader.ReadAllAsync(stoppingToken))
            {
                Console.Error.WriteLine(mail);
            }
        }
        catch (IOException problem)
        {
            Console.Error.WriteLine(problem.Message);
        }
    }

    private async Task DisconnectAsync()
    {
        await Task.Delay(50);
        _inbox.Writer.Complete(new IOException("The mail server has closed the connection."));
    }
}
