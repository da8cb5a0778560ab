namespace GuruReports.TestService.Faults;

/// <summary>Exceptions that are thrown and caught all the time, so many a second.</summary>
internal sealed class ThrownExceptions(int perSecond) : Illness
{
    public override void BreakOut() => new Thread(Throw) { IsBackground = true, Name = "thrower" }.Start();

    private void Throw()
    {
        while (true)
        {
            for (var number = 0; number < perSecond / 20; number++)
            {
                Parse("no number");
            }

            Thread.Sleep(50);
        }
    }

    private static int Parse(string text)
    {
        try
        {
            return int.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
        }
        catch (FormatException)
        {
            return 0;
        }
    }
}
