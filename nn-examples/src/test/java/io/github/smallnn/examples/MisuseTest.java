package io.github.smallnn.examples;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MisuseTest {

    /** Options that make no sense: one line on standard error that names the culprit, nothing on standard output. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            nonsense                                      | 'nonsense'
            --nonsense                                    | '--nonsense'
            notebook extra                                | 'extra'
            scratch --epochs 3                            | '--epochs'
            scratch --plot                                | '--plot'
            scratch --plot /no/such/folder/x.png          | /no/such/folder
            regression --samples -5                       | regression: samples
            regression --samples 0                        | regression: samples
            regression --samples many                     | 'many' is not an int
            regression --samples 99999999999              | '99999999999' is not an int
            regression --samples 1000000000               | regression: samples
            regression --features 0                       | regression: features
            regression --informative -1                   | regression: informative
            regression --targets 0                        | regression: targets
            regression --noise -1                         | regression: noise
            regression --noise NaN                        | regression: noise
            regression --bias Infinity                    | regression: bias
            regression --bias 1.7e308 --noise 1e308       | noise and bias are so large
            regression --effective-rank 0                 | regression: effectiveRank
            regression --tail-strength 2                  | regression: tailStrength
            regression --seed -1                          | seed
            regression --seed 4294967296                  | seed
            regression --layers 64,relu,2                 | end in 2 values, but the data has 1 target
            regression --layers 1 --targets 3             | end in 1 value, but the data has 3 targets
            regression --layers 64,rleu,1                 | unknown layer 'rleu'
            regression --layers 64,,1                     | empty part
            regression --layers 0                         | unit
            regression --layers 2000000000,1              | 2000000000
            regression --optimizer adamm                  | unknown optimizer 'adamm'
            regression --rate -0.1                        | learning rate
            regression --rate NaN                         | learning rate
            regression --rate fast                        | 'fast' is not a double
            regression --epochs 0                         | epochs
            regression --batch 0                          | batch size
            regression --batch some                       | batch must be a whole number or 'all'
            regression --diagnostics                      | more rows than coefficients
            regression --features 2 --targets 2 --diagnostics | one target
            oracle --samples 5                            | samples must be more than features + 1
            oracle --features 0                           | features
            oracle --noise -1                             | noise
            oracle --noise 1e150                          | noise or stretch is so large
            oracle --stretch 0                            | stretch must be a positive number
            oracle --stretch NaN                          | stretch must be a positive number
            oracle --stretch 1e5                          | the bad problem would take
            oracle --seed -1                              | seed
            oracle --epochs 3                             | '--epochs'
            digits --seed -1                              | seed
            digits --epochs -1                            | epochs
            digits --layers 64,relu,9                     | end in 9 values
            digits --optimizer sgd                        | '--optimizer'
            """, quoteCharacter = '"')
    void oneLineAndStatusTwo(String command, String culprit) {
        for (String form : new String[] {command, command.replaceFirst("( |$)", " --json$1")}) {
            Run run = Run.of(form.split(" "));
            assertThat(run.status()).as(form).isEqualTo(2);
            assertThat(run.out()).as(form).isEmpty();
            assertThat(run.err().lines())
                    .as(form)
                    .singleElement()
                    .asString()
                    .startsWith("nn-examples")
                    .contains(culprit);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "--help, notebook",
        "-h, digits",
        "scratch --help, --plot",
        "notebook -h, --json",
        "regression --help, --effective-rank",
        "oracle --help, --stretch",
        "digits --help, --layers"
    })
    void helpExplains(String command, String mentioned) {
        Run run = Run.of(command.split(" "));
        assertThat(run.status()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("Usage: nn-examples", mentioned);
    }

    @Test
    void helpNamesEveryOptimizerAndLayer() {
        String help = Run.of("regression", "--help").out().replaceAll("\\s+", " ");
        assertThat(help).contains("sgd, gd, momentum").contains("identity, relu, leaky_relu");
    }
}
