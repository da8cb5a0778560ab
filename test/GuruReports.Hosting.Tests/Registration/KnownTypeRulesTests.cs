using GuruReports.Hosting.Registration;

namespace GuruReports.Hosting.Tests.Registration;

public sealed class KnownTypeRulesTests
{
    [Fact]
    public void Check_PoolAndQueueThatSayAll_AreTaken()
    {
        var failures = Check(
            new() { Type = "Shop.Mail.SmtpPool+Line", Lends = "SMTP sessions", InUse = "_all -_idle", Most = "_options/Most", Waiting = "_asked", Idle = "_idle", Member = "Shop.Mail.Session", MemberPool = "Pool", MemberLent = "-_isFree" },
            new() { Type = "Outbox", Kind = KnownTypeKind.Queue, Length = "_mails", Capacity = "_room", Readers = "_readers/Count", Writers = "_writers" });

        Assert.Empty(failures);
    }

    [Fact]
    public void Check_WhatSaysTooLittleOrTooMuch_NamesEachKey()
    {
        var failures = Check(
            new() { InUse = "_lent" },
            new() { Type = "Shop.Pool" },
            new() { Type = "Shop.Outbox", Kind = KnownTypeKind.Queue, Length = "_mails", Most = "_room" },
            new() { Type = "Shop.Pool", InUse = "_lent", Member = "Shop.Session", MemberPool = "_pool" },
            new() { Type = "Shop.Pool", InUse = "_lent", MemberPool = "_pool" },
            new() { Type = "Shop.Pool", InUse = "_lent", Kind = (KnownTypeKind)7 });

        Assert.Equal(
            [
                "0:Type", "1:InUse", "2:Most", "3:MemberLent", "4:MemberPool", "5:Kind", "5:InUse", "5:Length",
            ],
            failures.Select(static failure => failure["Guru:Snapshot:KnownTypes:".Length..].Split(' ')[0]));
        Assert.Equal("Guru:Snapshot:KnownTypes:2:Most is '_room'; allowed: nothing for a queue.", failures[2]);
    }

    [Theory]
    [InlineData("Shop.Pool`1", "_lent")]
    [InlineData("Shop.Pool<System.String>", "_lent")]
    [InlineData("Shop..Pool", "_lent")]
    [InlineData("Shop.Pool", "")]
    [InlineData("Shop.Pool", "_lent//Count")]
    [InlineData("Shop.Pool", "_lent  _free")]
    [InlineData("Shop.Pool", "_lent[0]")]
    [InlineData("Shop.Pool", "a/b/c/d/e/f/g/h/i")]
    [InlineData("Shop.Pool", "a b c d e f g h i")]
    public void Check_NamesThatAreNone_AreRefusedWithWhatIsAllowed(string type, string inUse)
    {
        var failure = Assert.Single(Check(new KnownTypeOptions { Type = type, InUse = inUse }));

        Assert.Matches("^Guru:Snapshot:KnownTypes:0:(Type|InUse) is '.*'; allowed: .* such as .+[.]$", failure);
    }

    [Fact]
    public void Check_TextsBeyondTheBounds_AreRefused()
    {
        var name = new string('a', 101);

        Assert.Single(Check(new KnownTypeOptions { Type = "Shop.Pool", InUse = name }));
        Assert.Single(Check(new KnownTypeOptions { Type = string.Join('.', Enumerable.Repeat("Shop", 70)), InUse = "_lent" }));
        Assert.Single(Check(new KnownTypeOptions { Type = "Shop.Pool", InUse = "_lent", Lends = name }));
        Assert.Contains("at most 32", Assert.Single(Check([.. Enumerable.Repeat(new KnownTypeOptions { Type = "Shop.Pool", InUse = "_lent" }, 33)])), StringComparison.Ordinal);
    }

    private static List<string> Check(params KnownTypeOptions[] types)
    {
        var rules = new SettingRules("Guru");
        KnownTypeRules.Check(rules, types);
        return rules.Failures;
    }
}
