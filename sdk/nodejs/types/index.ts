// *** This file was written from schema.json by the build of the plugin. ***
// *** Do not edit it: change the schema's source and generate again. ***

import * as enums from "./enums";
import * as input from "./input";
import * as output from "./output";

export { enums, input, output };
