namespace GuruReports.TestService.Faults;

/// <summary>A thread that hangs in <c>Console.Error</c>, and holds its lock, because nobody reads.</summary>
internal sealed class HeldConsole : Illness
{
    public override void BreakOut() => new Thread(Write) { IsBackground = true, Name = "console-writer" }.Start();

    private static void Write()
    {
        while (true)
        {
            Console.Error.WriteLine(new string('e', 4000));
        }
    }
}
