using System.Text;
using Pulumi.Provider.Model;

namespace Pulumi.Provider.Tests.Model;

public sealed class FingerprintTests
{
    [Fact]
    public void It_is_the_same_everywhere_for_ever() =>
        // Names and notes of earlier versions depend on it.
        Assert.Equal(Recorded, Fingerprint.Of("urn:pulumi:dev::p::t::name"u8));

    [Fact]
    public void Texts_that_differ_a_little_have_beginnings_that_differ()
    {
        var beginnings = Enumerable
            .Range(0, 10_000)
            .Select(static number => Fingerprint.Of(Encoding.UTF8.GetBytes($"name-{number}")))
            .ToList();

        Assert.All(beginnings, static one => Assert.Matches("^[0-9a-f]{32}$", one));
        Assert.Equal(10_000, beginnings.Select(static one => one[16..]).Distinct().Count());
        // Of 10 000 random beginnings of 7 digits, about 0.2 pairs are the same.
        Assert.InRange(beginnings.Select(static one => one[..7]).Distinct().Count(), 9_995, 10_000);
    }

    private const string Recorded = "6bf5ff131f76f975998a06d8e17f2298";
}
