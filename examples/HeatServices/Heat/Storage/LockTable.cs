namespace Heat.Storage;

/// <summary>Who may change which stack: a row for each stack that is worked on, whichever engine does.</summary>
internal sealed class LockTable(Database database)
{
    public async Task<bool> TryTakeAsync(string stack, string worker, CancellationToken cancellationToken) => await database.RunAsync(
        "INSERT INTO stack_locks (stack, worker, since) VALUES (@stack, @worker, @now) ON CONFLICT (stack) DO NOTHING",
        [("stack", stack), ("worker", worker), ("now", DateTimeOffset.UtcNow.ToUnixTimeMilliseconds())],
        cancellationToken) == 1;

    public Task ReleaseAsync(string stack, string worker, CancellationToken cancellationToken) => database.RunAsync(
        "DELETE FROM stack_locks WHERE stack = @stack AND worker = @worker", [("stack", stack), ("worker", worker)], cancellationToken);

    public Task<IReadOnlyList<StackLock>> ListAsync(CancellationToken cancellationToken) => database.ReadAsync(
        "SELECT stack, worker, since FROM stack_locks ORDER BY since",
        [],
        row => new StackLock(row.GetString(0), row.GetString(1), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(2))),
        cancellationToken);
}
