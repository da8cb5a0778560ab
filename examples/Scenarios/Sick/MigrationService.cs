namespace Scenarios.Sick;

/// <summary>Waits in its start for a database that never answers: the services behind it never start.</summary>
internal sealed class MigrationService : IHostedService
{
    private readonly TaskCompletionSource _database = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        Ready.When(() => true);
        await ConnectAsync();
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task ConnectAsync() => await _database.Task;
}
