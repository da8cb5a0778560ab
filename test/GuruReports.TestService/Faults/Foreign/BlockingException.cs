namespace GuruReports.TestService.Faults.Foreign;

/// <summary>An exception that blocks when it is asked what it says.</summary>
internal sealed class BlockingException(bool inMessage) : Exception
{
    public override string Message => inMessage ? Block() : "a message";

    public override string? StackTrace => inMessage ? base.StackTrace : Block();

    private static string Block()
    {
        Thread.Sleep(Timeout.Infinite);
        return "";
    }
}
