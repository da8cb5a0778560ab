namespace GuruReports.TestService.Faults;

/// <summary>Many pool items that block on something that never comes, as sync-over-async code does.</summary>
internal sealed class BlockedItems(int items) : Illness
{
    public override void BreakOut()
    {
        var never = new TaskCompletionSource();
        using var isFull = new CountdownEvent(Environment.ProcessorCount);
        for (var item = 0; item < items; item++)
        {
            _ = Task.Run(() => Block(never.Task, isFull));
        }

        isFull.Wait();
    }

    private static void Block(Task never, CountdownEvent isFull)
    {
        if (!isFull.IsSet)
        {
            isFull.Signal();
        }

        never.Wait();
    }
}
