namespace ScoreGuard.Domain.Tests;

public sealed class NumberTextTests
{
    [Theory]
    [InlineData("5", "5")]
    [InlineData(" +05.50 ", "5.5")]
    [InlineData("-0", "0")]
    [InlineData("0000000000000000000000000000000000001", "1")]
    [InlineData("1234567890123456789012345678", "1234567890123456789012345678")]
    [InlineData("-0.0000000000000000000000000001", "-0.0000000000000000000000000001")]
    public void A_text_of_digits_is_a_number(string text, string value)
    {
        NumberText.Read(text, out var number).ShouldBe(NumberText.Reading.Number);
        NumberText.Format(number).ShouldBe(value);
    }

    [Theory]
    [InlineData("12345678901234567890123456789")]
    [InlineData("0.00000000000000000000000000001")]
    [InlineData("1.0000000000000000000000000000")]
    public void More_than_28_digits_are_too_many(string text)
    {
        NumberText.Read(text, out _).ShouldBe(NumberText.Reading.TooManyDigits);
        NumberText.ReadCore(text, out _).ShouldBe(NumberText.Reading.TooManyDigits);
    }

    [Theory]
    [InlineData("")]
    [InlineData("5.")]
    [InlineData(".5")]
    [InlineData("1e3")]
    [InlineData("0x1F")]
    [InlineData("1 000")]
    [InlineData("1,5")]
    [InlineData("--1")]
    [InlineData("١")]
    public void Anything_else_is_no_number_in_a_text(string text) =>
        NumberText.Read(text, out _).ShouldBe(NumberText.Reading.NoNumber);

    [Theory]
    [InlineData("5.", "5")]
    [InlineData(".5", "0.5")]
    [InlineData("1e3", "1000")]
    [InlineData("-1.5E-3", "-0.0015")]
    [InlineData("1e27", "1000000000000000000000000000")]
    [InlineData("1e-28", "0.0000000000000000000000000001")]
    [InlineData("0e999999999999", "0")]
    [InlineData("100000000000000000000000000000000e-30", "100")]
    [InlineData("0x1F", "31")]
    [InlineData("0o17", "15")]
    public void YAML_knows_more_numbers(string text, string value)
    {
        NumberText.ReadCore(text, out var number).ShouldBe(NumberText.Reading.Number);
        NumberText.Format(number).ShouldBe(value);
    }

    [Theory]
    [InlineData("1e28")]
    [InlineData("1e-29")]
    [InlineData("1e2147483648")]
    [InlineData("-1e-99999999999999999999")]
    [InlineData("0x204FCE5E3E25026110000000")]
    [InlineData("0xFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF")]
    public void A_short_spelling_may_have_too_many_digits(string text) =>
        NumberText.ReadCore(text, out _).ShouldBe(NumberText.Reading.TooManyDigits);

    [Fact]
    public void The_largest_hexadecimal_number_has_28_digits()
    {
        NumberText.ReadCore("0x204FCE5E3E2502610FFFFFFF", out var number).ShouldBe(NumberText.Reading.Number);
        NumberText.Format(number).ShouldBe("9999999999999999999999999999");
    }
}
