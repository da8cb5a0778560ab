namespace GuruReports.TestService.Faults;

/// <summary>An exception that nobody handles, a moment after the start, or when the file <c>FAIL_WHEN</c> names is there.</summary>
internal sealed class Crash : Illness
{
    public override void BreakOut() => new Thread(Fall) { Name = "falling" }.Start();

    private static void Fall()
    {
        FailFast.WaitForItsTime();
        throw new InvalidOperationException("the service falls");
    }
}
