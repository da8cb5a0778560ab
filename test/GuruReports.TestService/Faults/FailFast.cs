namespace GuruReports.TestService.Faults;

/// <summary>A process that ends itself at once, when the file <c>FAIL_WHEN</c> names is there.</summary>
internal sealed class FailFast : Illness
{
    public override void BreakOut() => new Thread(Fall) { IsBackground = true, Name = "falling" }.Start();

    /// <summary>Waits for the file; not at all where none is named.</summary>
    public static void WaitForItsTime()
    {
        while (Environment.GetEnvironmentVariable("FAIL_WHEN") is { } when && !File.Exists(when))
        {
            Thread.Sleep(20);
        }
    }

    private static void Fall()
    {
        WaitForItsTime();
        Environment.FailFast("enough");
    }
}
