namespace GuruReports.AsyncZoo;

/// <summary>An async method that a thread runs and that blocks it.</summary>
internal static class Busy
{
    public static async Task Outer(Task start, ManualResetEventSlim forever)
    {
        await Middle(start, forever); // line: Busy outer
    }

    private static async Task Middle(Task start, ManualResetEventSlim forever)
    {
        await Inner(start, forever); // line: Busy middle
    }

    private static async Task Inner(Task start, ManualResetEventSlim forever)
    {
        await start;
        forever.Wait(); // line: Busy inner
    }
}
