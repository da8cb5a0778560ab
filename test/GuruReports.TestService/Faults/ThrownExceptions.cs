namespace GuruReports.TestService.Faults;

/// <summary>Exceptions that are thrown and caught all the time, so many a second, and one of another type for each ten of them.</summary>
internal sealed class ThrownExceptions(int perSecond) : Illness
{
    private readonly Dictionary<string, int> _known = [];
    private int _thrown;

    public override void BreakOut() => new Thread(Throw) { IsBackground = true, Name = "thrower" }.Start();

    private void Throw()
    {
        while (true)
        {
            for (var number = 0; number < perSecond / 20; number++)
            {
                Parse("no number");
                if (++_thrown % 10 == 0)
                {
                    Find("nobody");
                }
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

    private int Find(string name)
    {
        try
        {
            return _known[name];
        }
        catch (KeyNotFoundException)
        {
            return 0;
        }
    }
}
