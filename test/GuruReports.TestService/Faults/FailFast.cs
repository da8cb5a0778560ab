namespace GuruReports.TestService.Faults;

/// <summary>A process that ends itself at once, when the file <c>FAIL_WHEN</c> names is there.</summary>
internal sealed class FailFast : Illness
{
    public override void BreakOut() => new Thread(Fall) { IsBackground = true, Name = "falling" }.Start();

    private static void Fall()
    {
        var when = Environment.GetEnvironmentVariable("FAIL_WHEN")!;
        while (!File.Exists(when))
        {
            Thread.Sleep(20);
        }

        Environment.FailFast("enough");
    }
}
