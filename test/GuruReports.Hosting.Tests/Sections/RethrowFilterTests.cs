using GuruReports.Hosting.Exceptions;

namespace GuruReports.Hosting.Tests.Sections;

public class RethrowFilterTests
{
    [Fact]
    public void IsFirst_SameExceptionSoonAndLongAfter_IsKeptOnlyThen()
    {
        var now = 5_000L;
        var filter = new RethrowFilter(() => now);
        var exception = new InvalidTimeZoneException();

        Assert.True(filter.IsFirst(exception, out var atFirst));
        now += 400;
        Assert.False(filter.IsFirst(exception, out var onItsWay));
        now += 900;
        Assert.False(filter.IsFirst(exception, out var later));

        Assert.Equal((false, false, true), (atFirst, onItsWay, later));
    }
}
