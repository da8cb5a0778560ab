namespace SerilogService;

internal sealed partial class MailSorter(Mailbox mailbox, ILogger<MailSorter> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var letter in mailbox.Out.ReadAllAsync(stoppingToken))
        {
            LogSorted(letter);
        }
    }

    [LoggerMessage(LogLevel.Information, "Sorted {Letter}")]
    private partial void LogSorted(string letter);
}
